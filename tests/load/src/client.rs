//! A lean client on kept-alive connections, so that the client is not what is measured.

use std::{
    net::Ipv4Addr,
    time::{Duration, Instant},
};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

use crate::report::Outcome;

/// One kept-alive connection.
pub(crate) struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
}

/// A reply's status, headers and body.
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

impl Connection {
    pub(crate) async fn open(address: &str) -> Outcome<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, buffer: Vec::with_capacity(4096) })
    }

    pub(crate) async fn post(&mut self, path: &str, body: &str) -> Outcome<Reply> {
        let request = format!(
            "POST {path} HTTP/1.1\r\nhost: bench\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
            body.len()
        );
        self.exchange(request.as_bytes()).await
    }

    /// Sends JSON from one of our own pages, as a trusted proxy hands it on for an address.
    pub(crate) async fn post_for(
        &mut self,
        path: &str,
        body: &str,
        address: Ipv4Addr,
    ) -> Outcome<Reply> {
        let request = format!(
            "POST {path} HTTP/1.1\r\nhost: bench\r\nsec-fetch-site: same-origin\r\nx-forwarded-for: {address}\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
            body.len()
        );
        self.exchange(request.as_bytes()).await
    }

    pub(crate) async fn get(&mut self, path: &str) -> Outcome<Reply> {
        let request = format!("GET {path} HTTP/1.1\r\nhost: bench\r\naccept-encoding: br\r\n\r\n");
        self.exchange(request.as_bytes()).await
    }

    /// Gets an answer as whoever has this cookie, from one of our own pages.
    pub(crate) async fn get_as(&mut self, path: &str, cookie: &str) -> Outcome<Reply> {
        let request = format!(
            "GET {path} HTTP/1.1\r\nhost: bench\r\nsec-fetch-site: same-origin\r\naccept-encoding: br\r\ncookie: {cookie}\r\n\r\n"
        );
        self.exchange(request.as_bytes()).await
    }

    /// A page's text as it is sent to those who take no compression.
    pub(crate) async fn plain(&mut self, path: &str) -> Outcome<String> {
        let request = format!("GET {path} HTTP/1.1\r\nhost: bench\r\n\r\n");
        Ok(String::from_utf8(self.exchange(request.as_bytes()).await?.body)?)
    }

    async fn exchange(&mut self, request: &[u8]) -> Outcome<Reply> {
        self.stream.write_all(request).await?;
        self.buffer.clear();
        let end = loop {
            if let Some(end) = find(&self.buffer, b"\r\n\r\n") {
                break end + 4;
            }
            self.read().await?;
        };
        let head = String::from_utf8_lossy(&self.buffer[..end]).to_lowercase();
        let status = head.get(9..12).and_then(|code| code.parse().ok()).ok_or("no status")?;
        let body = match header(&head, "content-length") {
            Some(length) => {
                let whole = end + length.parse::<usize>()?;
                while self.buffer.len() < whole {
                    self.read().await?;
                }
                self.buffer[end..whole].to_vec()
            }
            None if head.contains("chunked") => self.chunks(end).await?,
            None => Vec::new(),
        };
        Ok(Reply { status, head, body })
    }

    async fn read(&mut self) -> Outcome {
        match tokio::time::timeout(Duration::from_secs(10), self.stream.read_buf(&mut self.buffer))
            .await??
        {
            0 => Err("the server closed the connection".into()),
            _ => Ok(()),
        }
    }

    async fn chunks(&mut self, mut at: usize) -> Outcome<Vec<u8>> {
        let mut body = Vec::new();
        loop {
            let line = loop {
                match find(&self.buffer[at..], b"\r\n") {
                    Some(line) => break line,
                    None => self.read().await?,
                }
            };
            let size = usize::from_str_radix(
                std::str::from_utf8(&self.buffer[at..at + line])?.trim(),
                16,
            )?;
            let start = at + line + 2;
            while self.buffer.len() < start + size + 2 {
                self.read().await?;
            }
            body.extend_from_slice(&self.buffer[start..start + size]);
            at = start + size + 2;
            if size == 0 {
                return Ok(body);
            }
        }
    }
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

/// A header of a lower-cased head.
pub(crate) fn header<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':')).map(str::trim)
}

/// Milliseconds since a moment.
pub(crate) fn millis(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1000.0
}
