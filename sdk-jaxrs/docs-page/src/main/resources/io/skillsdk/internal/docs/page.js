"use strict";
// Shows the actions of /openapi.json and sends calls to them. Text is only ever set as text, never as markup.

const METHODS = ["get", "post", "put", "patch", "delete", "options"];

function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) {
      node.setAttribute(name, value === true ? "" : value);
    }
  }
  node.append(...children);
  return node;
}

/** A schema without its references and the null that it allows; the parts of allOf together. */
function resolved(document_, schema, depth = 0) {
  if (!schema || depth > 20) {
    return {};
  }
  if (schema.$ref) {
    const found = schema.$ref.split("/").slice(1).reduce((at, key) => (at || {})[key], document_);
    return { ...resolved(document_, found, depth + 1), ...without(schema, "$ref") };
  }
  if (schema.allOf) {
    const parts = schema.allOf.map(part => resolved(document_, part, depth + 1));
    const properties = Object.assign({}, ...parts.map(part => part.properties || {}));
    return { ...Object.assign({}, ...parts), properties, required: parts.flatMap(part => part.required || []) };
  }
  const alternatives = (schema.anyOf || []).filter(part => part.type !== "null");
  if (alternatives.length === 1) {
    return { ...resolved(document_, alternatives[0], depth + 1), ...without(schema, "anyOf") };
  }
  if (Array.isArray(schema.type)) {
    const types = schema.type.filter(type => type !== "null");
    return { ...schema, type: types.length === 1 ? types[0] : undefined, nullable: true };
  }
  return schema;
}

function without(object, key) {
  const { [key]: unused, ...rest } = object;
  return rest;
}

function typeText(schema) {
  const type = schema.enum ? "one of " + schema.enum.filter(v => v !== null).join(", ") : schema.type || "JSON";
  return schema.format && !schema.enum ? `${type}, ${schema.format}` : type;
}

/** One value of a call: a label, a control, and room for what is wrong with it. */
class Field {
  constructor(id, name, schema, required, initial) {
    this.name = name;
    this.schema = schema;
    this.required = required;
    this.control = this.makeControl(id, initial);
    this.fault = el("p", { class: "fault", id: id + "-fault" });
    this.control.setAttribute("aria-describedby", id + "-fault " + id + "-hint");
    this.node = el("div", { class: "part" },
      el("label", { for: id }, name + (required ? " * " : " "), el("span", { class: "type" }, typeText(schema))),
      this.control,
      el("p", { class: "hint", id: id + "-hint" }, schema.description || ""),
      this.fault);
  }

  makeControl(id, initial) {
    const { type } = this.schema;
    const choices = this.schema.enum ? this.schema.enum.filter(v => v !== null) : type === "boolean" ? [true, false] : null;
    if (choices) {
      const select = el("select", { id });
      this.choices = choices;
      select.append(el("option", { value: "" }, ""));
      choices.forEach((value, i) => select.append(el("option", { value: String(i) }, String(value))));
      select.value = initial === undefined || initial === null ? "" : String(choices.indexOf(initial));
      return select;
    }
    if (type === "string" || type === "integer" || type === "number") {
      const input = el("input", { id, type: "text", autocomplete: "off", spellcheck: "false",
        inputmode: type === "integer" ? "numeric" : type === "number" ? "decimal" : undefined });
      input.value = initial === undefined || initial === null ? "" : String(initial);
      return input;
    }
    const area = el("textarea", { id, spellcheck: "false" });
    area.value = initial === undefined ? "" : JSON.stringify(initial, null, 2);
    area.rows = Math.min(24, Math.max(3, area.value.split("\n").length + 1));
    return area;
  }

  /** The value as JSON has it; undefined for none. Throws what is wrong in words. */
  value() {
    const text = this.control.value;
    if (this.choices) {
      return text === "" ? undefined : this.choices[Number(text)];
    }
    if (text === "" && !(this.schema.type === "string" && this.required)) {
      return undefined;
    }
    if (this.schema.type === "string") {
      return text;
    }
    try {
      return JSON.parse(text);
    } catch (e) {
      if (this.schema.type) {
        return text; // the daemon says what is wrong with it
      }
      throw new Error("is not valid JSON");
    }
  }

  tell(message) {
    this.fault.textContent = message;
    if (message) {
      this.control.setAttribute("aria-invalid", "true");
    } else {
      this.control.removeAttribute("aria-invalid");
    }
  }
}

/** An action with its form and its answer. */
class Action {
  constructor(document_, path, method, operation) {
    Object.assign(this, { document_, path, method, operation });
    this.id = operation.operationId;
    this.parameters = (operation.parameters || []).map((parameter, i) => ({
      parameter,
      field: new Field(`${this.id}-parameter-${i}`, parameter.name, resolved(document_, parameter.schema),
        parameter.required, parameter.schema.default),
    }));
    const media = operation.requestBody && operation.requestBody.content["application/json"];
    this.examples = media ? Object.entries(media.examples || {}) : [];
    this.envelope = media ? resolved(document_, media.schema) : null;
    this.node = this.makeNode();
  }

  makeNode() {
    const form = el("form", { novalidate: true, "aria-label": "Call of " + this.id });
    if (this.parameters.length) {
      form.append(el("fieldset", {}, el("legend", {}, "Parameters"), ...this.parameters.map(each => each.field.node)));
    }
    if (this.envelope) {
      form.append(...this.makeBody());
    }
    this.button = el("button", { type: "submit" }, "Send");
    const buttons = el("div", { class: "buttons" }, this.button);
    if (this.toggle) {
      buttons.append(this.toggle);
    }
    this.answer = el("div", { class: "answer", role: "status", "aria-live": "polite" });
    form.append(buttons);
    form.addEventListener("submit", event => { event.preventDefault(); this.send(); });
    form.addEventListener("keydown", event => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        this.send();
      }
    });
    return el("section", { id: this.id, tabindex: "-1" },
      el("h2", {}, this.operation.summary || this.id),
      el("p", { class: "route" }, el("span", { class: "method" }, this.method.toUpperCase()), " " + this.path),
      el("p", {}, this.operation.description || ""), form, this.answer);
  }

  makeBody() {
    const parts = [];
    if (this.examples.length > 1) {
      const select = el("select", { id: this.id + "-example" });
      this.examples.forEach(([name], i) => select.append(el("option", { value: String(i) }, name)));
      select.addEventListener("change", () => this.fill(this.examples[Number(select.value)][1].value));
      parts.push(el("label", { for: this.id + "-example" }, "Example"), select);
    }
    this.holder = el("fieldset", {});
    parts.push(this.holder);
    const payload = resolved(this.document_, (this.envelope.properties || {}).payload);
    this.members = payload.type === "object" && payload.properties && Object.keys(payload.properties).length
      ? payload : null;
    this.raw = !this.members;
    if (this.members) {
      this.toggle = el("button", { type: "button", class: "plain" });
      this.toggle.addEventListener("click", () => this.switchView());
    }
    this.fill(this.examples.length ? this.examples[0][1].value : { payload: {} });
    return parts;
  }

  fill(body) {
    this.body = body;
    this.holder.replaceChildren(el("legend", {}, this.raw ? "Body" : "Payload"));
    if (this.raw) {
      this.whole = new Field(this.id + "-body", "Envelope", { description: "Send with Ctrl+Enter." }, true, body);
      this.holder.append(this.whole.node);
    } else {
      this.fields = Object.entries(this.members.properties).filter(([, schema]) => !schema.deprecated)
        .map(([name, schema], i) => new Field(`${this.id}-field-${i}`, name, resolved(this.document_, schema),
          (this.members.required || []).includes(name), (body.payload || {})[name]));
      this.holder.append(...this.fields.map(field => field.node));
    }
    if (this.toggle) {
      this.toggle.textContent = this.raw ? "Edit as fields" : "Edit as JSON";
    }
  }

  switchView() {
    try {
      const body = this.read();
      this.raw = !this.raw;
      this.fill(body);
    } catch (e) {
      return; // told beside its field
    }
  }

  /** The body of the call. Throws when it cannot be one, once that is told beside its field. */
  read() {
    if (this.raw) {
      return this.valueOf(this.whole);
    }
    const payload = { ...this.body.payload };
    for (const field of this.fields) {
      const value = this.valueOf(field);
      if (value === undefined) {
        delete payload[field.name];
      } else {
        payload[field.name] = value;
      }
    }
    return { ...this.body, payload };
  }

  valueOf(field) {
    try {
      return field.value();
    } catch (e) {
      field.tell(e.message);
      field.control.focus();
      throw e;
    }
  }

  url(headers) {
    let path = this.path.slice(1);
    const query = new URLSearchParams();
    for (const { parameter, field } of this.parameters) {
      const value = this.valueOf(field);
      if (value === undefined) {
        continue;
      }
      const values = Array.isArray(value) ? value : [value];
      if (parameter.in === "path") {
        path = path.replace(`{${parameter.name}}`, encodeURIComponent(values[0]));
      } else if (parameter.in === "query") {
        values.forEach(each => query.append(parameter.name, each));
      } else {
        headers[parameter.name] = String(values[0]);
      }
    }
    return path + (query.size ? "?" + query : "") || ".";
  }

  async send() {
    this.every(field => field.tell(""));
    const headers = {};
    let url;
    let body;
    try {
      url = this.url(headers);
      if (this.envelope) {
        headers["Content-Type"] = "application/json";
        body = JSON.stringify(this.read() ?? {});
      }
    } catch (e) {
      return; // told beside its field
    }
    this.button.disabled = true;
    const start = performance.now();
    try {
      const response = await fetch(url, { method: this.method.toUpperCase(), headers, body });
      const text = await response.text();
      this.show(response, text, Math.round(performance.now() - start));
    } catch (e) {
      this.answer.replaceChildren(el("p", { class: "status bad" }, "The daemon did not answer. Is it still running?"));
    } finally {
      this.button.disabled = false;
    }
  }

  show(response, text, millis) {
    let answer = null;
    try {
      answer = JSON.parse(text);
    } catch (e) {
      answer = null;
    }
    const error = answer && answer.payload && answer.payload.error;
    const left = this.tellViolations((response.ok ? null : error && error.violations) || []);
    this.answer.replaceChildren(
      el("p", { class: "status " + (response.ok ? "good" : "bad") },
        `${response.status} ${response.statusText} in ${millis} ms`),
      ...(error && !response.ok ? [el("p", {}, error.detail)] : []),
      ...left.map(each => el("p", { class: "fault" }, `${each.field} ${each.message}`)),
      el("pre", { tabindex: "0", "aria-label": "Answer" }, answer === null ? text : JSON.stringify(answer, null, 2)));
  }

  every(visit) {
    [...this.parameters.map(each => each.field), ...(this.raw ? [] : this.fields || []), this.whole]
      .filter(Boolean).forEach(visit);
  }

  /** Tells each violation beside the field that it is about; returns those of none. */
  tellViolations(violations) {
    const told = new Map();
    const left = [];
    for (const violation of violations) {
      const field = this.fieldOf(violation.field);
      if (field) {
        const within = violation.field.slice(violation.field.indexOf(field.name) + field.name.length).replace(/^\./, "");
        told.set(field, [...(told.get(field) || []), (within ? within + " " : "") + violation.message]);
      } else {
        left.push(violation);
      }
    }
    told.forEach((messages, field) => field.tell(messages.join("; ")));
    if (told.size) {
      told.keys().next().value.control.focus();
    }
    return left;
  }

  fieldOf(name) {
    const among = name.startsWith("payload.")
      ? (this.raw ? [] : this.fields).map(field => ["payload." + field.name, field])
      : this.parameters.map(({ parameter, field }) =>
        [(parameter.in === "header" ? "headers" : parameter.in) + "." + parameter.name, field]);
    const found = among.find(([full]) => name === full || name.startsWith(full + ".") || name.startsWith(full + "["));
    return found && found[1];
  }
}

async function load() {
  const state = document.getElementById("state");
  let document_;
  try {
    document_ = await (await fetch("openapi.json")).json();
  } catch (e) {
    state.textContent = "openapi.json could not be read. Is the daemon still running?";
    return;
  }
  document.title = document_.info.title;
  document.getElementById("title").textContent = document_.info.title;
  document.getElementById("about").textContent = document_.info.version;
  const main = document.getElementById("actions");
  const list = document.getElementById("list");
  state.remove();
  const all = Object.entries(document_.paths).flatMap(([path, item]) =>
    METHODS.filter(method => item[method]).map(method => ({ path, method, item })));
  // the path that all actions share comes last
  all.sort((one, other) => (one.item[one.method].operationId === "_invoke") - (other.item[other.method].operationId === "_invoke"));
  for (const { path, method, item } of all) {
    const action = new Action(document_, path, method, item[method]);
    list.append(el("li", {}, el("a", { href: "#" + action.id }, item[method].summary || action.id)));
    main.append(action.node);
  }
}

load();
