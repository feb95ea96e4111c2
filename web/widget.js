// <citewell-widget audience="provider|phone">: ask about a case, see the answer and its quotes.
// Everything from the service or the user is set as text, never as markup.

const SERVICE = new URL(".", import.meta.url);
const OUTCOMES = {
  criteria_met: ["✓", "Criteria met"],
  criteria_not_met: ["✗", "Criteria not met"],
  information_needed: ["?", "Information needed"],
  clinical_review: ["◦", "Clinical review"],
  version_unavailable: ["…", "Version not held"],
  not_in_force: ["…", "Not yet in force"],
  not_addressed: ["–", "Not addressed"],
};
const STYLE = `
  :host { display: block; }
  * { box-sizing: border-box; }
  .log { display: grid; gap: 1rem; margin: 0 0 1rem; }
  .said { justify-self: end; max-width: 85%; padding: .6rem .9rem; border-radius: .8rem .8rem 0 .8rem;
    background: var(--accent, #0b5cad); color: var(--paper, #fff); white-space: pre-wrap; overflow-wrap: anywhere; }
  .card, form { background: var(--paper, #fff); border: 1px solid var(--line, #cfd7de);
    border-radius: .6rem; padding: 1rem 1.2rem; }
  .card > :first-child { margin-top: 0; }
  .card > :last-child { margin-bottom: 0; }
  .outcome { display: inline-block; font-weight: 650; border: 2px solid currentColor;
    border-radius: 2rem; padding: .1rem .8rem; }
  .criteria_met { color: #17713a; } .criteria_not_met { color: #a3271b; }
  .information_needed, .clinical_review { color: #8a5200; }
  .headline { font-weight: 600; font-size: 1.08rem; }
  p, ul { margin: .6rem 0; } ul { padding-left: 1.2rem; }
  ol.quotes { list-style: none; padding: 0; display: grid; gap: .7rem; }
  blockquote { margin: .2rem 0; padding-left: .8rem; border-left: 3px solid var(--accent, #0b5cad);
    white-space: pre-wrap; overflow-wrap: anywhere; }
  .small { font-size: .9rem; color: var(--soft, #526170); }
  .question { font-weight: 600; }
  .choices { display: flex; flex-wrap: wrap; gap: .5rem; }
  form { display: grid; gap: .7rem; }
  .row { display: flex; flex-wrap: wrap; gap: .7rem; align-items: end; }
  label { display: grid; gap: .2rem; font-weight: 600; font-size: .92rem; }
  input, select, textarea, button { font: inherit; color: inherit; background: var(--paper, #fff);
    border: 1px solid var(--soft, #526170); border-radius: .4rem; padding: .45rem .7rem; }
  input, select, textarea { font-weight: 400; }
  textarea { width: 100%; min-height: 5.5rem; resize: vertical; }
  button { cursor: pointer; }
  button.send { background: var(--accent, #0b5cad); border-color: var(--accent, #0b5cad);
    color: var(--paper, #fff); margin-left: auto; }
  button:disabled { opacity: .6; cursor: progress; }
  a { color: var(--accent, #0b5cad); }
  :focus-visible { outline: 3px solid var(--accent, #0b5cad); outline-offset: 2px; }
  @media (prefers-color-scheme: dark) {
    .criteria_met { color: #74d39a; } .criteria_not_met { color: #ff9d90; }
    .information_needed, .clinical_review { color: #f0bf6b; }
  }
`;

const make = (tag, properties = {}, ...children) => {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
};

/** A line of the answer, with its markers as links to the quotes. */
const inline = (line, anchor) =>
  line.split(/(\[\d+\]|\*\*[^*]+\*\*)/).map((part) => {
    const marker = /^\[(\d+)\]$/.exec(part);
    if (marker) return make("a", { href: `#${anchor}-${marker[1]}`, className: "marker" }, part);
    return part.startsWith("**") ? make("strong", {}, part.slice(2, -2)) : part;
  });

/** The answer's Markdown: paragraphs and nested lists, the first line being the headline. */
const prose = (markdown, anchor) => {
  const nodes = [];
  let lists = [];
  for (const line of markdown.split("\n")) {
    const item = /^( *)- (.*)$/.exec(line);
    if (!item) {
      lists = [];
      if (line.trim()) nodes.push(make("p", {}, ...inline(line, anchor)));
      continue;
    }
    const depth = Math.min(item[1].length / 2, lists.length);
    lists = lists.slice(0, depth + 1);
    if (!lists[depth]) {
      lists[depth] = make("ul");
      if (depth) lists[depth - 1].lastChild.append(lists[depth]);
      else nodes.push(lists[depth]);
    }
    lists[depth].append(make("li", {}, ...inline(item[2], anchor)));
  }
  if (nodes[0]) nodes[0].className = "headline";
  return nodes;
};

class CitewellWidget extends HTMLElement {
  #log = make("div", { className: "log", role: "log", ariaLabel: "Conversation" });
  #message = make("textarea", { id: "message", name: "message", maxLength: 8000, required: true });
  #payer = make("select", { id: "payer", name: "payer" }, make("option", { value: "" }, "named in the question"));
  #day = make("input", { id: "day", name: "day", type: "date" });
  #send = make("button", { className: "send" }, "Ask");
  #conversation = null;
  #turns = 0;

  connectedCallback() {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    const again = make("button", { type: "button" }, "New case");
    again.addEventListener("click", () => this.#begin());
    const form = make(
      "form",
      {},
      make("label", { htmlFor: "message" }, "Your question", this.#message),
      make(
        "div",
        { className: "row" },
        make("label", { htmlFor: "payer" }, "Payer", this.#payer),
        make("label", { htmlFor: "day" }, "Date of service", this.#day),
        again,
        this.#send,
      ),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#ask(this.#message.value);
    });
    this.#message.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      form.requestSubmit();
    });
    root.append(this.#log, form);
    this.#offerPayers();
  }

  #begin() {
    this.#conversation = null;
    this.#log.replaceChildren();
    this.#message.value = "";
    this.#message.focus();
  }

  async #offerPayers() {
    const response = await fetch(new URL("v1/policies", SERVICE)).catch(() => null);
    if (!response?.ok) return; // the question can still name its payer
    const { policies } = await response.json();
    const payers = new Map(policies.map((policy) => [policy.payer.id, policy.payer.name]));
    for (const [id, name] of payers) this.#payer.append(make("option", { value: id }, name));
  }

  async #ask(message) {
    if (!message.trim() || this.#send.disabled) return;
    this.#send.disabled = true;
    this.#log.append(make("div", { className: "said" }, message));
    const request = { message, audience: this.getAttribute("audience") ?? "provider" };
    if (this.#conversation) request.conversation_id = this.#conversation;
    if (this.#payer.value) request.payer = this.#payer.value;
    if (this.#day.value) request.date_of_service = this.#day.value;
    try {
      const response = await fetch(new URL("v1/chat", SERVICE), {
        method: "POST",
        headers: { "Content-Type": "application/json", Accept: "application/json" },
        body: JSON.stringify(request),
      });
      const body = await response.json();
      if (!response.ok) throw new Error([body.detail, ...body.errors.map((each) => each.detail)].join(" "));
      this.#conversation = body.conversation_id;
      this.#message.value = "";
      this.#show(this.#card(body));
    } catch (error) {
      this.#show(make("div", { className: "card", role: "alert" }, `No answer: ${error.message}`));
    } finally {
      this.#send.disabled = false;
      this.#message.focus({ preventScroll: true });
    }
  }

  #show(card) {
    this.#log.append(card);
    card.scrollIntoView({ block: "nearest" });
  }

  #card(answer) {
    const anchor = `turn${++this.#turns}`;
    const card = make("article", { className: "card" });
    const [sign, words] = OUTCOMES[answer.outcome] ?? [];
    if (words) card.append(make("p", { className: `outcome ${answer.outcome}` }, `${sign} ${words}`));
    card.append(...prose(answer.answer, anchor));
    if (answer.follow_up) card.append(...this.#question(answer));
    if (answer.citations.length) {
      const quotes = answer.citations.map((citation) => this.#quote(citation, anchor));
      card.append(make("ol", { className: "quotes", ariaLabel: "Quotes" }, ...quotes));
    }
    for (const notice of answer.notices) card.append(make("p", { className: "small" }, notice.quote));
    card.addEventListener("click", (event) => this.#follow(event));
    return card;
  }

  /** The follow-up; its words are in the answer already unless they had to be left out there. */
  #question({ answer, follow_up: asked }) {
    const nodes = [];
    if (!answer.includes(asked.question)) nodes.push(make("p", { className: "question" }, asked.question));
    if (asked.choices.length) {
      const buttons = asked.choices.map((choice) => {
        const button = make("button", { type: "button" }, choice.label);
        button.addEventListener("click", () => this.#ask(choice.label));
        return button;
      });
      nodes.push(make("div", { className: "choices", role: "group", ariaLabel: asked.question }, ...buttons));
    }
    return nodes;
  }

  #quote(citation, anchor) {
    const place = [`[${citation.marker}]`, citation.label, citation.superseded ? "(superseded)" : ""];
    const link = make(
      "a",
      { href: new URL(citation.url, SERVICE).href, target: "_blank", rel: "noopener" },
      place.filter(Boolean).join(" "),
    );
    return make(
      "li",
      { id: `${anchor}-${citation.marker}`, tabIndex: -1 },
      link,
      make("span", { className: "small" }, ` ${citation.title}, ${citation.policy_version}`),
      make("blockquote", { cite: link.href }, citation.quote),
    );
  }

  /** A fragment link does not reach into a shadow root by itself. */
  #follow(event) {
    const marker = event.target.closest("a.marker");
    if (!marker) return;
    event.preventDefault();
    const quote = this.shadowRoot.getElementById(marker.hash.slice(1));
    quote?.scrollIntoView({ block: "center" });
    quote?.focus({ preventScroll: true });
  }
}

customElements.define("citewell-widget", CitewellWidget);
