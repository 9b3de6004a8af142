// Feedback as the office has it: cases entered through its calls, and steps taken by several people.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { dayIn } from "./staff.mjs";

/// Calls the office as one of the demo's roles; a reply that is refused fails, unless another status is expected.
export async function desk(server, role) {
  const headers = { "content-type": "application/json", origin: server.url, "sec-fetch-site": "same-origin" };
  const body = JSON.stringify({ name: `demo.${role}`, password: server.staff[role] });
  const session = await fetch(`${server.url}/api/v1/office/session`, { method: "POST", headers, body });
  const cookie = session.headers.getSetCookie().map((it) => it.split(";")[0]).join("; ");
  return async (method, call, sent, status = /20\d/) => {
    const text = sent && JSON.stringify(sent);
    const reply = await fetch(`${server.url}/api/v1/office${call}`, { method, headers: { ...headers, cookie }, body: text });
    const said = await reply.text();
    assert.match(String(reply.status), status, `${method} ${call}: ${said}`);
    return said && JSON.parse(said);
  };
}

const TEXT = "Ngày 20/10 tôi nộp thông báo lắp điện mặt trời mái nhà, đến nay chưa được trả lời.\nXin gọi tôi theo số 0912 345 678. Tôi tên Nguyễn Thị B.";

/// Enters a case and gives its number.
export async function enterCase(office, more = {}) {
  const sender = { name: "Nguyễn Thị B", phone: "0912345678", address: "ấp 3, xã Long Phước" };
  const sent = { id: randomUUID(), kind: "service", source: "hotline", sent: dayIn(-3), text: TEXT, is_formal: true, is_publishable: true, sender, ...more };
  return (await office("POST", "/feedback", sent)).number;
}

const PARTS = { receive: "direction", refuse: "direction", assign: "direction", approve: "approval", send_back: "approval", settle: "approval", publish: "publication", add: "sender", rate: "sender", reopen: "sender" };

/// Takes steps one after the other: each is a name, and what its form holds.
export async function steps(by, number, ...all) {
  for (const [order, form = {}] of all) {
    const { seen } = await by("GET", `/feedback/${number}`);
    await by("POST", `/feedback/${number}/${PARTS[order] ?? "work"}`, { seen, order, ...form });
  }
}
