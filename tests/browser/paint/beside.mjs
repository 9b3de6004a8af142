// The pages ours is measured beside: the same words, as others would put them before people.
// Each is given what favours it: no web font, nothing around the form, no "about you" part.
import { readFile } from "node:fs/promises";

const HEAD = '<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">';

/// What a person reads on our page, and its questions; runs in the page.
export function words() {
  const text = (selector, within = document) => within.querySelector(selector)?.innerText ?? "";
  const questions = [...document.querySelectorAll("fieldset")].map((set) => ({
    name: set.querySelector("input").name,
    title: set.querySelector("legend").innerText,
    choices: [...set.querySelectorAll("label")].map((label) => ({
      value: label.querySelector("input").value,
      text: label.innerText,
    })),
  }));
  return {
    lines: document.body.innerText.split("\n").filter(Boolean),
    title: text("h1"),
    intro: text(".intro"),
    questions,
    comment: text('label[for="comment"]'),
    hint: text("#c-hint"),
    send: text("form button:not([type])"),
  };
}

const html = (head, body, kind = "") =>
  `<!DOCTYPE html><html lang="vi"${kind}><head>${HEAD}<link rel="icon" href="data:,">${head}</head>${body}</html>`;
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/// The text alone, a paragraph to the line, in our own style sheet: linked as ours is, or inside.
export function plain({ title, lines }, style) {
  const body = `<body><main>${lines.map((line) => `<p>${escaped(line)}`).join("")}</main></body>`;
  return html(`<title>${escaped(title)}</title>${style}`, body);
}

/// GOV.UK Frontend by its own template and markup, without the typeface only GOV.UK may use.
export async function govuk(words) {
  const radios = ({ name, title, choices }) => `
    <div class="govuk-form-group"><fieldset class="govuk-fieldset">
    <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">${escaped(title)}</legend>
    <div class="govuk-radios" data-module="govuk-radios">${choices.map(({ value, text }) => `
      <div class="govuk-radios__item">
      <input class="govuk-radios__input" id="${name}-${value}" name="${name}" type="radio" value="${value}">
      <label class="govuk-label govuk-radios__label" for="${name}-${value}">${escaped(text)}</label>
      </div>`).join("")}</div></fieldset></div>`;
  const comment = `
    <div class="govuk-form-group"><label class="govuk-label" for="comment">${escaped(words.comment)}</label>
    <div id="hint" class="govuk-hint">${escaped(words.hint)}</div>
    <textarea class="govuk-textarea" id="comment" name="comment" rows="5" aria-describedby="hint"></textarea></div>`;
  const supported = "document.body.className += ' js-enabled govuk-frontend-supported'";
  const body = `<body class="govuk-template__body"><script>${supported}</script>
    <div class="govuk-width-container"><main class="govuk-main-wrapper" id="main-content">
    <form method="post"><h1 class="govuk-heading-l">${escaped(words.title)}</h1>
    <p class="govuk-body">${escaped(words.intro)}</p>${words.questions.map(radios).join("")}${comment}
    <button type="submit" class="govuk-button" data-module="govuk-button">${escaped(words.send)}</button>
    </form></main></div><script type="module">import { initAll } from "/govuk.js"; initAll();</script></body>`;
  const head = `<title>${escaped(words.title)}</title><link rel="stylesheet" href="/govuk.css">`;
  const style = await packed("govuk-frontend/dist/govuk/govuk-frontend.min.css");
  return {
    "/govuk": html(head, body, ' class="govuk-template"'),
    "/govuk.css": style.replaceAll(/@font-face\{[^}]*\}/g, ""),
    "/govuk.js": await packed("govuk-frontend/dist/govuk/govuk-frontend.min.js"),
  };
}

/// SurveyJS without React, as its guide for plain pages has it, one question at a time like ours.
export async function surveyjs(words) {
  const question = ({ name, title, choices }) => ({ type: "radiogroup", name: name.replace(".", "_"), title, choices });
  const comment = { type: "comment", name: "comment", title: words.comment, description: words.hint };
  const { title, intro: description, send: completeText } = words;
  const elements = [...words.questions.map(question), comment];
  const one = { questionsOnPageMode: "questionPerPage" };
  const model = JSON.stringify({ title, description, completeText, ...one, elements }).replaceAll("<", "\\u003c");
  const start = 'document.addEventListener("DOMContentLoaded", () => new Survey.Model(MODEL).render(document.getElementById("survey")));';
  const head = `<title>${escaped(title)}</title><link rel="stylesheet" href="/survey.css">
    <script defer src="/survey-core.js"></script><script defer src="/survey-ui.js"></script>`;
  return {
    "/surveyjs": html(head, `<body><div id="survey"></div><script>const MODEL = ${model};\n${start}</script></body>`),
    "/survey.css": await packed("survey-core/survey-core.fontless.min.css"),
    "/survey-core.js": await packed("survey-core/survey.core.min.js"),
    "/survey-ui.js": await packed("survey-js-ui/survey-js-ui.min.js"),
  };
}

const packed = (name) => readFile(new URL(`node_modules/${name}`, import.meta.url), "utf8");
