//! The calls of the office: each with the one right it needs, checked before anything else happens.

pub mod act;
pub mod cookies;
pub mod key;
pub mod origin;
pub mod staff;

use axum::{
    Router,
    extract::{Request, State},
    handler::Handler,
    http::Method,
    middleware::{Next, from_fn_with_state},
    response::Response,
    routing::{MethodFilter, MethodRouter, on},
};
use domain::Action;

pub use self::{
    act::{Act, Done},
    staff::Staff,
};
use crate::{problem::Problem, state::App};

/// One call and the right it needs; none for the few that lead to a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// The method.
    pub method: Method,
    /// The path, with its parameters in braces.
    pub path: &'static str,
    /// The right.
    pub action: Option<Action>,
}

/// The table of calls. A call cannot be added without naming its right.
#[derive(Default)]
pub struct Office(Vec<(Call, MethodRouter<App>)>);

impl Office {
    /// Adds a call for those who may do `action`.
    pub fn call<H, T>(self, action: Action, method: Method, path: &'static str, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.add(Some(action), method, path, handler)
    }

    /// Adds a call for those who are not signed in yet.
    pub fn door<H, T>(self, method: Method, path: &'static str, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.add(None, method, path, handler)
    }

    fn add<H, T>(
        mut self,
        action: Option<Action>,
        method: Method,
        path: &'static str,
        handler: H,
    ) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        let filter = MethodFilter::try_from(method.clone()).expect("a method that axum knows");
        self.0.push((Call { method, path, action }, on(filter, handler)));
        self
    }

    /// Every call, for whoever checks them all.
    pub fn calls(&self) -> Vec<Call> {
        self.0.iter().map(|(call, _)| call.clone()).collect()
    }

    /// The calls as routes, each behind its check.
    pub fn routes(self, app: &App) -> Router<App> {
        self.0.into_iter().fold(Router::new(), |router, (call, handler)| {
            let handler = match call.action {
                Some(action) => handler.layer(from_fn_with_state((app.clone(), action), guard)),
                None => handler.layer(from_fn_with_state(app.clone(), from_our_pages)),
            };
            router.route(call.path, handler)
        })
    }
}

/// Lets a request through if it comes from our own pages or with a key, and its sender may do it.
async fn guard(
    State((app, action)): State<(App, Action)>,
    mut request: Request,
    next: Next,
) -> Result<Response, Problem> {
    let staff = staff::of(&app, request.headers(), action).await?;
    if staff.session.is_some() {
        origin::check(&app, &request)?;
    }
    request.extensions_mut().insert(staff);
    Ok(next.run(request).await)
}

async fn from_our_pages(
    State(app): State<App>,
    request: Request,
    next: Next,
) -> Result<Response, Problem> {
    origin::check(&app, &request)?;
    Ok(next.run(request).await)
}
