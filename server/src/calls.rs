//! The calls of programs: who may make each, its description, and both as a route.

use axum::{
    Router,
    handler::Handler,
    middleware::from_fn_with_state,
    routing::{MethodFilter, MethodRouter, on},
};
use domain::Action;
use utoipa::{
    __dev::SchemaReferences,
    Path,
    openapi::{Components, ComponentsBuilder, HttpMethod, path::Operation},
};

use crate::{node::Node, staff::guard};

/// Who may make a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caller {
    /// Everyone, from anywhere.
    Anyone,
    /// Everyone, from our own pages alone: the calls that lead to a session.
    Visitor,
    /// Staff who have this right.
    Staff(Action),
}

impl From<Action> for Caller {
    fn from(action: Action) -> Self {
        Self::Staff(action)
    }
}

/// A call. Only [`call!`] makes one, of a handler that its `#[utoipa::path]` describes.
pub struct Call {
    /// Who may make it.
    pub caller: Caller,
    /// The method.
    pub method: HttpMethod,
    /// The path, with its parameters in braces.
    pub path: String,
    /// The heading it is described under.
    pub tag: &'static str,
    described: fn() -> (Operation, Components),
    handler: MethodRouter<Node>,
}

/// A call of the office by its right and its handler, such as `call!(A::ReadBooks, units::list)`;
/// any other by its [`Caller`]. Method and path are those the handler is described with: the rules
/// after the first lead from it to the type that `#[utoipa::path]` makes beside it.
macro_rules! call {
    ($caller:expr, $($handler:ident)::+) => {
        $crate::calls::Call::new::<call!(@ [] $($handler)::+), _, _>($caller, $($handler)::+)
    };
    (@ [$($module:ident)*] $next:ident :: $($rest:ident)::+) => {
        call!(@ [$($module)* $next] $($rest)::+)
    };
    (@ [$($module:ident)*] $handler:ident) => {
        pastey::paste!($($module ::)* [<__path_ $handler>])
    };
}
pub(crate) use call;

impl Call {
    /// A call whose handler is described by `D`.
    pub fn new<D, H, T>(caller: impl Into<Caller>, handler: H) -> Self
    where
        D: Path + SchemaReferences,
        H: Handler<T, Node>,
        T: 'static,
    {
        let method = D::methods().pop().expect("a description names a method");
        let filter = match method {
            HttpMethod::Get => MethodFilter::GET,
            HttpMethod::Post => MethodFilter::POST,
            HttpMethod::Put => MethodFilter::PUT,
            HttpMethod::Delete => MethodFilter::DELETE,
            _ => panic!("{} has a method that no call has", D::path()),
        };
        let (caller, path, handler) = (caller.into(), D::path(), on(filter, handler));
        Self { caller, method, path, tag: "", described: described::<D>, handler }
    }

    /// The description, and the bodies it names.
    pub fn describe(&self) -> (Operation, Components) {
        let (mut operation, bodies) = (self.described)();
        operation.tags = Some(vec![self.tag.to_owned()]);
        (operation, bodies)
    }
}

/// Made only when it is asked for: of all calls it takes a good part of a start.
fn described<D: Path + SchemaReferences>() -> (Operation, Components) {
    let mut bodies = Vec::new();
    D::schemas(&mut bodies);
    (D::operation(), ComponentsBuilder::new().schemas_from_iter(bodies).build())
}

/// Calls whose paths begin alike, under one heading of the description.
pub fn below(path: &str, tag: &'static str, calls: Vec<Call>) -> impl Iterator<Item = Call> {
    calls.into_iter().map(move |call| Call { path: format!("{path}{}", call.path), tag, ..call })
}

/// The calls as routes, each behind its check.
pub fn routes(calls: impl Iterator<Item = Call>, node: &Node) -> Router<Node> {
    calls.fold(Router::new(), |router, Call { caller, path, handler, .. }| {
        let handler = match caller {
            Caller::Anyone => handler,
            Caller::Visitor => {
                handler.layer(from_fn_with_state(node.clone(), guard::from_our_pages))
            }
            Caller::Staff(action) => {
                handler.layer(from_fn_with_state((node.clone(), action), guard::guard))
            }
        };
        router.route(&path, handler)
    })
}
