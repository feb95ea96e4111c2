// The API's documentation: every endpoint of /openapi.json, its fields, an example and its errors.

const make = (tag, properties = {}, ...children) => {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children);
  return node;
};

const content = document.getElementById("content");

const show = (api) => {
  const resolve = (schema) =>
    schema?.$ref ? api.components.schemas[schema.$ref.split("/").at(-1)] : (schema ?? {});
  const fields = (schema) =>
    Object.entries(resolve(schema).properties ?? {}).flatMap(([name, field]) => [
      make("dt", {}, make("code", {}, name)),
      make("dd", {}, field.description ?? ""),
    ]);
  const operation = (path, method, described) => {
    const body = described.requestBody?.content["application/json"].schema;
    const answer = described.responses["200"]?.content?.["application/json"]?.schema;
    const example = resolve(body).examples?.[0];
    const parts = [
      make("h3", {}, make("code", {}, `${method.toUpperCase()} ${path}`)),
      make("p", {}, described.description ?? described.summary ?? ""),
    ];
    const queries = (described.parameters ?? []).flatMap((parameter) => [
      make("dt", {}, make("code", {}, parameter.name), ` in ${parameter.in}`),
      make("dd", {}, parameter.description ?? parameter.schema?.description ?? ""),
    ]);
    if (queries.length) parts.push(make("h4", {}, "Parameters"), make("dl", {}, ...queries));
    if (body) parts.push(make("h4", {}, "Request"), make("dl", {}, ...fields(body)));
    if (example) parts.push(make("pre", { tabIndex: 0 }, JSON.stringify(example, null, 2)));
    const answered = fields(answer);
    if (answered.length) parts.push(make("h4", {}, "Response"), make("dl", {}, ...answered));
    const statuses = Object.entries(described.responses).map(([status, response]) =>
      make("li", {}, `${status}: ${response.description}`),
    );
    parts.push(make("h4", {}, "Statuses"), make("ul", { className: "small" }, ...statuses));
    return make("section", { className: "panel" }, ...parts);
  };
  content.replaceChildren(
    make("p", {}, api.info.description),
    ...Object.entries(api.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, described]) => operation(path, method, described)),
    ),
  );
};

fetch("/openapi.json")
  .then((response) => response.json())
  .then(show)
  .catch(() => content.replaceChildren(make("p", { role: "alert" }, "/openapi.json could not be read.")))
  .finally(() => content.setAttribute("aria-busy", "false"));
