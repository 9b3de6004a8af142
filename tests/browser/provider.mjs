// A small OpenID Connect provider on another site than the server: `localhost`, not `127.0.0.1`.
import { createHash, generateKeyPairSync, randomUUID, sign } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";

const CLIENT = { id: "hai-long", secret: "only the two of them know" };

/// Starts one at which `person` may say that it is them, or not. `env` is what a server is told.
export async function provider(person) {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const codes = new Map();
  const answers = {
    "/.well-known/openid-configuration": () => description(issuer),
    "/jwks": () => ({ keys: [{ ...publicKey.export({ format: "jwk" }), kid: "1", use: "sig", alg: "RS256" }] }),
    "/token": (_, body) => {
      const asked = codes.get(body.get("code"));
      codes.delete(body.get("code"));
      const challenge = createHash("sha256").update(body.get("code_verifier")).digest("base64url");
      if (asked?.get("code_challenge") !== challenge) return { error: "invalid_grant" };
      const now = Math.floor(Date.now() / 1000);
      const claims = { iss: issuer, aud: CLIENT.id, sub: person, nonce: asked.get("nonce"), iat: now, exp: now + 300 };
      const text = [{ alg: "RS256", kid: "1" }, claims].map((part) => encoded(JSON.stringify(part))).join(".");
      const token = `${text}.${encoded(sign("sha256", Buffer.from(text), privateKey))}`;
      return { access_token: randomUUID(), token_type: "Bearer", id_token: token };
    },
  };
  const server = createServer(async (request, reply) => {
    const { pathname, searchParams } = new URL(request.url, issuer);
    if (pathname === "/authorize") {
      const code = randomUUID();
      codes.set(code, searchParams);
      const back = (more) => `${searchParams.get("redirect_uri")}?${more}&amp;state=${searchParams.get("state")}`;
      reply.writeHead(200, { "content-type": "text/html" });
      return reply.end(`<link rel="icon" href="data:,"><a href="${back(`code=${code}`)}">It is me</a> <a href="${back("error=access_denied")}">It is not</a>`);
    }
    let body = "";
    for await (const part of request) body += part;
    const told = answers[pathname]?.(searchParams, new URLSearchParams(body));
    reply.writeHead(told && !told.error ? 200 : 400, { "content-type": "application/json" });
    reply.end(JSON.stringify(told ?? { error: "not_found" }));
  });
  server.listen(0, "localhost");
  await once(server, "listening");
  const issuer = `http://localhost:${server.address().port}`;
  const env = {
    HAILONG_OIDC_ISSUER: issuer,
    HAILONG_OIDC_CLIENT_ID: CLIENT.id,
    HAILONG_OIDC_CLIENT_SECRET: CLIENT.secret,
    HAILONG_OIDC_LABEL: "Cổng cán bộ",
  };
  return { env, issuer, stop: () => server.close() };
}

const encoded = (part) => Buffer.from(part).toString("base64url");

function description(issuer) {
  const [authorization_endpoint, token_endpoint, jwks_uri] = ["/authorize", "/token", "/jwks"].map((path) => issuer + path);
  return {
    ...{ issuer, authorization_endpoint, token_endpoint, jwks_uri },
    response_types_supported: ["code"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["RS256"],
  };
}
