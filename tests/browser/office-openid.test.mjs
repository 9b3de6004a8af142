// Coming in by way of an OpenID Connect provider, which is another site.
import assert from "node:assert/strict";
import { test } from "node:test";
import { provider } from "./provider.mjs";
import { signIn } from "./staff.mjs";
import { serve, visit } from "./world.mjs";

const DESK = { viewport: { width: 1440, height: 900 } };
/// Chromium says what was refused; and that the provider is elsewhere is what these are about.
const EXPECTED = /status of (401|422)|^http:\/\/localhost:/;
const BUTTON = { name: "Đăng nhập bằng Cổng cán bộ" };

async function world(tell) {
  const elsewhere = await provider("p-1");
  const server = await serve({ demo: true, env: elsewhere.env });
  try {
    await tell(server, (told) => visit(server, { ...DESK, expected: EXPECTED }, told));
  } finally {
    await server.stop();
    elsewhere.stop();
  }
}

/// Links the account that is signed in, from its own page.
async function link(page, password) {
  await page.getByText("Liên kết tài khoản").first().click();
  const form = page.locator("#link");
  await form.getByLabel("Mật khẩu hiện tại").fill(password);
  await form.getByRole("button").click();
  await page.getByRole("link", { name: "It is me" }).click();
}

test("an account is linked, and signed in to from then on, back to the page asked for", { timeout: 180_000 }, async () => {
  await world(async (server, visited) => {
    await visited(async (page) => {
      await signIn(page, server, "viewer", "/van-phong/tai-khoan");
      await link(page, server.staff.viewer);
      await page.getByText("Đã liên kết:").waitFor();
      assert.equal(page.url(), `${server.url}/van-phong/tai-khoan`, "no code stands in the bar");
    });
    await visited(async (page, context) => {
      await page.goto("/van-phong/don-vi?q=phong");
      await page.getByRole("button", BUTTON).click();
      await page.getByRole("link", { name: "It is me" }).click();
      await page.getByRole("heading", { name: "Đơn vị" }).waitFor();
      assert.equal(page.url(), `${server.url}/van-phong/don-vi?q=phong`);
      await page.getByRole("link", { name: "Bùi Thị Quan Sát" }).waitFor();
      const names = (await context.cookies()).map(({ name }) => name).sort();
      assert.deepEqual(names, ["__Host-hailong", "__Host-known"]);
      await page.goto("/van-phong/tai-khoan");
      await page.getByText("Gỡ liên kết").first().click();
      await page.locator("#unlink").getByLabel("Mật khẩu hiện tại").fill(server.staff.viewer);
      await page.locator("#unlink").getByRole("button").click();
      await page.getByText("Đã gỡ liên kết.").waitFor();
      await page.getByText("Liên kết tài khoản").first().waitFor();
    });
  });
});

test("what does not open says why, in the reader's language, and leads back", { timeout: 180_000 }, async () => {
  await world(async (server, visited) => {
    await visited(async (page) => {
      await page.goto("/van-phong/dang-nhap");
      await page.getByRole("button", BUTTON).click();
      await page.getByRole("link", { name: "It is me" }).click();
      await page.getByRole("alert").getByText("Chưa có tài khoản nào ở đây liên kết").waitFor();
      assert.equal(page.url(), `${server.url}/van-phong/dang-nhap/openid`);
      await page.getByRole("link", { name: "Về trang đăng nhập" }).click();
      await page.getByRole("button", BUTTON).click();
      await page.getByRole("link", { name: "It is not" }).click();
      await page.getByRole("alert").getByText("Chưa đăng nhập xong").waitFor();
      await page.goto("/van-phong/dang-nhap?lang=en&next=https%3A%2F%2Fevil.example%2Fvan-phong");
      await page.getByRole("button", { name: "Sign in with Cổng cán bộ" }).click();
      await page.getByRole("link", { name: "It is me" }).click();
      await page.getByRole("alert").getByText("No account here is linked").waitFor();
    });
  });
});

test("nobody is sent elsewhere after signing in by the provider", { timeout: 180_000 }, async () => {
  await world(async (server, visited) => {
    await visited(async (page) => {
      await signIn(page, server, "viewer", "/van-phong/tai-khoan");
      await link(page, server.staff.viewer);
      await page.getByText("Đã liên kết:").waitFor();
    });
    for (const next of ["//evil.example", "https://evil.example/van-phong/", "/van-phong/../s/nhanh"]) {
      await visited(async (page) => {
        await page.goto(`/van-phong/dang-nhap?next=${encodeURIComponent(next)}`);
        await page.getByRole("button", BUTTON).click();
        await page.getByRole("link", { name: "It is me" }).click();
        await page.locator(".who").waitFor();
        assert.equal(page.url(), `${server.url}/van-phong`, next);
      });
    }
  });
});
