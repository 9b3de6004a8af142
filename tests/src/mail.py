"""A mail server for tests: it notes every letter and does what the file `mode` says."""

import asyncio
import email
import email.policy
import json
import pathlib
import sys

from aiosmtpd.smtp import SMTP

FOLDER = pathlib.Path(sys.argv[1])


def mode():
    return (FOLDER / "mode").read_text()


def note(envelope):
    letter = email.message_from_bytes(envelope.content, policy=email.policy.default)
    noted = {
        "readers": envelope.rcpt_tos,
        "heads": sorted(letter.keys()),
        "id": letter["message-id"],
        "from": letter["from"],
        "subject": letter["subject"],
        "auto": letter["auto-submitted"],
        "body": letter.get_content(),
    }
    with open(FOLDER / "letters", "a", encoding="utf-8") as letters:
        letters.write(json.dumps(noted) + "\n")


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if mode() == "refuse":
            return "550 5.1.1 nobody of this name"
        if mode() == "later":
            return "451 4.3.0 come again"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if mode() == "refuse_content":
            return "554 5.6.0 not this"
        note(envelope)
        while mode() == "hold":
            await asyncio.sleep(0.02)
        if mode() == "drop":
            server.transport.abort()
        return "250 OK"


async def main():
    loop = asyncio.get_running_loop()
    made = lambda: SMTP(Handler(), hostname="localhost", ident="test")
    server = await loop.create_server(made, "127.0.0.1", int(sys.argv[2]))
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
