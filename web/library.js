// The library: lists the policies, finds passages, and opens a document at a permalink's quote.

const make = (tag, properties = {}, ...children) => {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
};

const get = async (address) => {
  const response = await fetch(address);
  if (response.ok) return response;
  const problem = await response.json().catch(() => ({}));
  throw new Error(problem.detail ?? `The service answered ${response.status}.`);
};

const content = document.getElementById("content");
const results = document.getElementById("results");
const policyId = decodeURIComponent(location.pathname.split("/")[2] ?? "");

const warning = (text) => make("p", { className: "panel alert", role: "alert" }, text);

const until = (version) => (version.effective_to ? ` until ${version.effective_to}` : "");

const listPolicies = async () => {
  const { policies } = await (await get("/v1/policies")).json();
  content.replaceChildren(
    make("h2", {}, "Policies"),
    ...policies.map((policy) =>
      make(
        "section",
        { className: "panel" },
        make("h3", {}, make("a", { href: policy.url }, policy.title)),
        make("p", { className: "small" }, `${policy.payer.name} · ${policy.policy_id}`),
      ),
    ),
  );
};

const showDocument = async () => {
  const asked = new URLSearchParams(location.search);
  const policy = await (await get(`/v1/policies/${encodeURIComponent(policyId)}`)).json();
  const text = await (await get(`/v1/policies/${encodeURIComponent(policyId)}/text`)).text();
  document.title = `${policy.title} · Citewell`;
  document.getElementById("title").textContent = policy.title;
  document.getElementById("lead").textContent = policy.payer.name;
  const points = Array.from(text); // offsets count code points, JavaScript's count UTF-16 units
  const start = Number(asked.get("start") ?? 0);
  const end = Number(asked.get("end") ?? 0);
  const isWhole = Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end;
  const isHeld = !asked.has("sha256") || asked.get("sha256") === policy.document_sha256;
  const notes = [];
  if (!isHeld) notes.push(warning("The link was made for another edition of this document: the quote is not highlighted."));
  else if (!isWhole || end > points.length) notes.push(warning("The link names a place that this document does not have."));
  const shown = make("article", { className: "panel document" });
  if (isHeld && isWhole && start < end && end <= points.length) {
    const mark = make("mark", { id: "quote", tabIndex: -1 }, points.slice(start, end).join(""));
    shown.append(points.slice(0, start).join(""), mark, points.slice(end).join(""));
  } else {
    shown.append(text);
  }
  const versions = policy.versions.map((version) =>
    make("li", {}, `${version.label}: from ${version.effective_from ?? "a date not stated"}${until(version)}`),
  );
  content.replaceChildren(
    ...notes,
    shown,
    make("h2", {}, "Versions that the document tells of"),
    make("ul", { className: "small" }, ...versions),
    make("p", { className: "small" }, `SHA-256 ${policy.document_sha256}`),
  );
  document.getElementById("quote")?.scrollIntoView({ block: "center" });
  document.getElementById("quote")?.focus({ preventScroll: true });
};

const showResults = async (question) => {
  const query = new URLSearchParams({ q: question });
  if (policyId) query.set("policy_id", policyId);
  const found = await (await get(`/v1/citations?${query}`)).json();
  const passages = found.results.map((citation) =>
    make(
      "section",
      { className: "panel" },
      make("h3", {}, make("a", { href: citation.url }, citation.label || citation.title)),
      make("p", { className: "small" }, [citation.payer, ...citation.section].join(" › ")),
      make("blockquote", { cite: citation.url }, citation.quote),
    ),
  );
  const heading = make("h2", {}, passages.length ? "Passages" : "No passage fits");
  results.replaceChildren(heading, ...passages);
  results.scrollIntoView({ block: "nearest" });
};

document.querySelector("form.search").addEventListener("submit", (event) => {
  event.preventDefault();
  const question = new FormData(event.target).get("q");
  showResults(question).catch((error) => results.replaceChildren(warning(error.message)));
});

(policyId ? showDocument() : listPolicies())
  .catch((error) => content.replaceChildren(warning(error.message)))
  .finally(() => content.setAttribute("aria-busy", "false"));
