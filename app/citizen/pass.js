// What lets a ballot through when very many come from one place: a piece of work, or a wait.
const TRIES_AT_ONCE = 256;

function zeros(hash) {
  const front = new DataView(hash).getUint32(0);
  return Math.clz32(front);
}

/** The pass for what the server asked; the ticket, if working takes longer than waiting would. */
export async function pass({ challenge, bits, ticket, seconds }) {
  const ready = performance.now() + seconds * 1000 + 500;
  const digest = globalThis.crypto?.subtle?.digest.bind(crypto.subtle);
  const encoder = new TextEncoder();
  for (let first = 0; digest && performance.now() < ready; first += TRIES_AT_ONCE) {
    const tries = Array.from({ length: TRIES_AT_ONCE }, (_, at) => `${challenge}.${first + at}`);
    const hashes = await Promise.all(tries.map((text) => digest("SHA-256", encoder.encode(text))));
    const found = hashes.findIndex((hash) => zeros(hash) >= bits);
    if (found >= 0) return tries[found];
  }
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, ready - performance.now())));
  return ticket;
}
