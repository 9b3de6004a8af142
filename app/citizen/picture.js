// Saves the card with the codes of a receipt as a picture. Few need it, so it comes only when asked for.
const WIDTH = 720;
const LINE = 46;
const SIDE = 40;

/** The lines of the card, each with its font. */
function lines(card, paint) {
  const face = getComputedStyle(card).fontFamily;
  const said = [...card.querySelectorAll("p > *")].filter((part) => part.textContent.trim());
  return said.flatMap((part) => {
    const font = `${part.tagName === "B" ? "600 38px" : "28px"} ${face}`;
    return wrapped(part.textContent.trim(), font, paint).map((text) => ({ text, font }));
  });
}

/** A text in lines that fit the picture. */
function wrapped(text, font, paint) {
  paint.font = font;
  const lines = [""];
  for (const word of text.split(/\s+/)) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (paint.measureText(longer).width <= WIDTH - 2 * SIDE) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** Draws the card and hands it over as a file. */
export function save() {
  const canvas = document.createElement("canvas");
  const paint = canvas.getContext("2d");
  const all = lines(document.getElementById("ticket"), paint);
  canvas.width = WIDTH;
  canvas.height = all.length * LINE + 2 * SIDE;
  paint.fillStyle = "#fff";
  paint.fillRect(0, 0, canvas.width, canvas.height);
  paint.fillStyle = "#17262d";
  paint.textAlign = "center";
  paint.textBaseline = "top";
  all.forEach(({ text, font }, at) => {
    paint.font = font;
    paint.fillText(text, WIDTH / 2, SIDE + at * LINE);
  });
  const link = document.createElement("a");
  link.href = canvas.toDataURL();
  link.download = "bien-nhan.png";
  link.click();
}
