// Whatever is shown was written by somebody: it becomes text, and never markup.

export function element(name, text = '', properties = {}) {
  const made = Object.assign(document.createElement(name), properties);
  made.textContent = text;
  return made;
}

export function row(cells) {
  const made = document.createElement('tr');
  const [first, ...rest] = cells;
  const head = first instanceof Node ? first : element('span', first);
  made.append(element('th', '', { scope: 'row' }), ...rest.map((cell) => element('td', cell, { className: 'number' })));
  made.firstChild.append(head);
  return made;
}

export function list(into, items, none) {
  into.replaceChildren(...(items.length ? items : [none]).map((item) => element('li', item)));
}

// The table beside a picture. It is made when somebody opens it, and follows from then on.
export class Alternative {
  #rows = [];

  constructor(details, columns) {
    this.details = details;
    this.columns = columns;
    details.addEventListener('toggle', () => this.#draw());
  }

  show(rows) {
    this.#rows = rows;
    this.#draw();
  }

  #draw() {
    if (!this.details.open) return;
    const table = document.createElement('table');
    const heads = this.columns.map((column, at) =>
      element('th', column, { scope: 'col', className: at ? 'number' : '' }));
    table.append(document.createElement('thead'), document.createElement('tbody'));
    table.tHead.append(document.createElement('tr'));
    table.tHead.rows[0].append(...heads);
    table.tBodies[0].append(...this.#rows.map(row));
    this.details.querySelector('.scroll')?.remove();
    const scroll = element('div', '', { className: 'scroll', tabIndex: 0 });
    scroll.setAttribute('role', 'region');
    scroll.setAttribute('aria-label', this.details.parentElement.querySelector('h3').textContent);
    scroll.append(table);
    this.details.append(scroll);
  }
}
