//! A way to the database that can be closed: what a server sees when its database is away.

use std::net::SocketAddr;

use tokio::{
    io::copy_bidirectional,
    net::{TcpListener, TcpStream},
    task::{JoinHandle, JoinSet},
};

/// A port that leads to another, as long as it is open.
pub struct Gate {
    address: SocketAddr,
    behind: String,
    passing: JoinHandle<()>,
}

impl Gate {
    /// Opens a way to `behind`, a host and port.
    pub async fn open(behind: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("it is bound");
        let passing = tokio::spawn(pass(listener, behind.to_owned()));
        Self { address, behind: behind.to_owned(), passing }
    }

    /// Where it can be entered.
    pub fn address(&self) -> String {
        self.address.to_string()
    }

    /// Cuts everyone off and lets nobody in.
    pub async fn shut(&mut self) {
        self.passing.abort();
        // The port is free only once the task has ended.
        drop((&mut self.passing).await);
    }

    /// Lets people in again, through the same port.
    pub async fn reopen(&mut self) {
        let listener = TcpListener::bind(self.address).await.expect("the port is still ours");
        self.passing = tokio::spawn(pass(listener, self.behind.clone()));
    }
}

async fn pass(listener: TcpListener, behind: String) {
    let mut inside = JoinSet::new();
    while let Ok((mut near, _)) = listener.accept().await {
        let behind = behind.clone();
        inside.spawn(async move {
            if let Ok(mut far) = TcpStream::connect(behind).await {
                // Either side may end it; both are closed then.
                drop(copy_bidirectional(&mut near, &mut far).await);
            }
        });
    }
}

impl Drop for Gate {
    fn drop(&mut self) {
        self.passing.abort();
    }
}
