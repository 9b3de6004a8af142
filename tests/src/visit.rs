//! A browser that looks at its own ballot: sends a form, keeps the cookies, and follows the way.

use reqwest::{Method, header::SET_COOKIE};

use crate::{Reply, Service};

impl Service {
    /// Sends the fields of a form and gets the page that the answer leads to, with the cookies it set.
    pub async fn visit(&self, path: &str, fields: &[(String, String)]) -> Reply {
        let sent = self.send_form(path, fields).await;
        if sent.status == 303 { self.follow(&sent).await } else { sent }
    }

    /// Gets the page that an answer leads to, with the cookies it set.
    pub async fn follow(&self, sent: &Reply) -> Reply {
        let request = self.request(Method::GET, sent.header("location"));
        let request = request.header("cookie", sent.cookies());
        Reply::read(request.send().await.expect("an answer")).await
    }
}

impl Reply {
    /// The cookies it set, as a browser sends them back.
    pub fn cookies(&self) -> String {
        let set = self.headers.get_all(SET_COOKIE).iter().filter_map(|it| it.to_str().ok());
        let pairs = set.filter_map(|it| it.split(';').next()).filter(|pair| !pair.ends_with('='));
        pairs.collect::<Vec<_>>().join("; ")
    }
}
