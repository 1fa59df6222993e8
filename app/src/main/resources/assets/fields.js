// Fields of a form: labelled, looked up, read as people write and sent as the API wants.
import { element, reader } from "./api.js";
import { prepared, read, write } from "./grid-columns.js";
import { LookUp } from "./look-up.js";
import { writeDate, writeNumber } from "./values.js";

/** Makes the fields of a declaration in a form; values() are canonical, refuse() shows reasons at their fields. */
export function fields(form, declared) {
  const inputs = declared.map(field => {
    const column = prepared(field);
    const id = "a-" + field.name;
    const input = field.choices.length ? element("select", { class: "ctl", id, name: field.name }, ...field.choices.map(choice => element("option", { value: choice.value, selected: choice.value === field.value }, choice.text)))
      : field.kind === "flag" ? element("input", { class: "flag", id, type: "checkbox", checked: field.value === "true" })
        : element("input", { class: "ctl" + (column.figure ? " n" : ""), id, name: field.name, spellcheck: "false", value: write(column, field.value ?? "") });
    if (column.collection) attach(input, column);
    form.append(element("div", { class: "field", "data-field": field.name }, element("label", { class: "lab", for: id }, field.title), input));
    return { column, input };
  });
  return {
    values: () => Object.fromEntries(inputs.map(({ column, input }) => [column.name, column.kind === "flag" ? input.checked : read(column, input.value)])),
    refuse: errors => errors.forEach(error => mark(form.querySelector(`[data-field="${CSS.escape(error.target?.field ?? "")}"]`), error.message)),
  };
}

/** Why what was typed cannot be a value of the column; empty where it can. */
export function misread(column, value) {
  if (!value) return "";
  if (column.kind === "date") return /^\d{4}-\d\d-\d\d$/.test(value) ? "" : reader.keys["no-date"].replace("{example}", writeDate(reader.today));
  return column.figure && !/^-?\d+(\.\d+)?$/.test(value) ? reader.keys["no-number"].replace("{example}", writeNumber("1234.5", 2, 2)) : "";
}

/** The reason below a field; none takes it away. */
export function mark(field, message) {
  if (!field) return;
  field.querySelector(".reason")?.remove();
  const input = field.querySelector("input, select");
  if (message) {
    input.setAttribute("aria-invalid", "true");
    field.append(element("span", { class: "reason bad", role: "alert" }, message));
  } else {
    input.removeAttribute("aria-invalid");
  }
}

/** Looks up values while typing, as cells of a grid do. */
export function attach(input, column) {
  const look = new LookUp({ "look-up-hint": "" }, value => {
    input.value = value;
    look.close();
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
  input.addEventListener("input", () => look.find(column, input, input.value));
  input.addEventListener("blur", () => look.close());
  input.addEventListener("keydown", event => {
    if (event.altKey && event.key === "ArrowDown") {
      event.preventDefault();
      look.find(column, input, "", true);
    } else if (look.isOpen() && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      look.move(event.key === "ArrowDown" ? 1 : -1);
    } else if (look.isOpen() && event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      look.close();
    } else if (look.isOpen() && (event.key === "Enter" || event.key === "Tab")) {
      const choice = look.choice(input.value);
      if (choice !== undefined && input.value.trim()) {
        input.value = choice;
        if (event.key === "Enter") {
          event.preventDefault();
          input.dispatchEvent(new Event("change", { bubbles: true }));
        }
      }
      look.close();
    }
  });
}
