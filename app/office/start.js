// Starts the office bundle.
import init from "./office.js";

init({ module_or_path: new URL("./office.wasm", import.meta.url) });
