//! A bare connection, for what no well-behaved client would send.

use std::time::Duration;

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::timeout,
};

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(40);

/// A connection on which anything can be written.
pub struct Socket(TcpStream);

/// What came back until the server closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tail {
    /// The status code of the first answer; nothing, if there was none.
    pub status: Option<u16>,
    /// All that was read.
    pub text: String,
}

impl Socket {
    /// Connects.
    pub async fn open(address: &str) -> Self {
        Self(TcpStream::connect(address).await.expect("the server accepts"))
    }

    /// Writes; whether the other side still took it.
    pub async fn write(&mut self, bytes: impl AsRef<[u8]>) -> bool {
        self.0.write_all(bytes.as_ref()).await.is_ok()
    }

    /// Reads until the other side closes.
    ///
    /// # Panics
    /// If it does not close.
    pub async fn tail(&mut self) -> Tail {
        let mut bytes = Vec::new();
        let read = timeout(PATIENCE, self.0.read_to_end(&mut bytes)).await;
        // A reset after the answer is a way to close as well.
        drop(read.expect("the server closes the connection"));
        tail(&bytes)
    }

    /// Reads what comes first: enough for a status.
    pub async fn head(&mut self) -> Tail {
        let mut bytes = vec![0; 64 * 1024];
        let read = timeout(PATIENCE, self.0.read(&mut bytes)).await.expect("the server answers");
        tail(&bytes[..read.unwrap_or(0)])
    }

    /// Writes a byte a second until the other side has closed.
    ///
    /// # Panics
    /// If it does not close.
    pub async fn drip(&mut self, byte: u8) -> Tail {
        let (mut reader, mut writer) = self.0.split();
        let mut bytes = Vec::new();
        let dripping = async {
            let mut ticks = tokio::time::interval(Duration::from_secs(1));
            loop {
                ticks.tick().await;
                if writer.write_all(&[byte]).await.is_err() {
                    return;
                }
            }
        };
        let closing = reader.read_to_end(&mut bytes);
        let race = async {
            tokio::select! { () = dripping => {}, _ = closing => {} }
        };
        timeout(PATIENCE, race).await.expect("the server closes the connection");
        tail(&bytes)
    }
}

fn tail(bytes: &[u8]) -> Tail {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let status = text.strip_prefix("HTTP/1.1 ").and_then(|rest| rest.get(..3)?.parse().ok());
    Tail { status, text }
}
