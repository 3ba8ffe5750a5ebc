'use strict';

const field = (id) => document.getElementById(id);
const terms = field('terms');

/** An element with text in it, never with markup: what is shown comes from the terms. */
function element(name, text, ...children) {
  const made = document.createElement(name);
  made.textContent = text;
  made.append(...children);
  return made;
}

/** The terms are sent as they are written, on lines of their own: numbers stay exact, and lines are one more than here. */
function body() {
  const rest = {
    usage: [{key: 'u-1', meter: field('meter').value, quantity: field('quantity').value, time: field('used').value + 'T12:00:00Z'}],
    date: field('date').value,
  };
  const contract = {
    schemaVersion: 1,
    id: 'PREVIEW',
    customer: 'PREVIEW',
    term: {start: field('start').value, end: field('end').value},
  };
  return '{"contract":' + JSON.stringify(contract).slice(0, -1) + ',"terms":\n' + terms.value + '\n},'
    + JSON.stringify(rest).slice(1);
}

function row(cells, kind = 'td') {
  const made = element('tr', '');
  cells.forEach((cell, index) => {
    const one = element(kind, cell);
    if (index > 0) {
      one.className = 'number';
    }
    made.append(one);
  });
  return made;
}

function lineRows(line) {
  const days = line.period ? line.period.start + ' until ' + line.period.end : '';
  const name = element('td', line.name, element('small', days));
  const why = element('ul', '');
  line.explanations.forEach((step) => why.append(element('li', step.text)));
  name.append(why);
  const quantity = element('td', line.quantity + ' ' + line.unit);
  const amount = element('td', line.netAmount);
  quantity.className = amount.className = 'number';
  return element('tr', '', name, quantity, amount);
}

function documentShown(invoice) {
  const kind = invoice.type === '381' ? 'Credit note' : 'Invoice';
  const shown = element('article', '', element('h2', kind + ' over ' + invoice.totals.due + ' ' + invoice.currency));
  shown.append(element('p', 'Issued ' + invoice.issueDate + ', due ' + invoice.dueDate));
  const table = element('table', '', element('caption', 'Lines, each with how its amount came about'));
  const head = row(['Line', 'Quantity', 'Amount'], 'th');
  [...head.children].forEach((cell) => cell.setAttribute('scope', 'col'));
  table.append(element('thead', '', head));
  table.append(element('tbody', '', ...invoice.lines.map(lineRows)));
  const foot = element('tfoot', '', row(['Without tax', '', invoice.totals.withoutTax]));
  (invoice.taxes || []).forEach((tax) => {
    const rate = tax.treatment.rate === undefined ? 'on ' : tax.treatment.rate + ' % of '; // exempt: without a rate
    foot.append(row(['Tax, ' + rate + tax.taxable, '', tax.tax]));
  });
  foot.append(row(['To pay', '', invoice.totals.due]));
  table.append(foot);
  shown.append(table);
  return shown;
}

function showBill(bill) {
  field('invoice').replaceChildren(...bill.documents.map(documentShown));
  if (bill.documents.length === 0) {
    field('invoice').append(element('p', 'Nothing is due by then.'));
  }
  if (bill.findings.length > 0) {
    const found = element('ul', '');
    bill.findings.forEach((finding) => found.append(element('li', finding.path + ': ' + finding.reason)));
    field('invoice').append(element('h2', 'Not billed'), found);
  }
  field('invoice').scrollIntoView({block: 'nearest'});
}

/** From a line and a column of the body to a place in the terms, if it is in them. */
function placeOf(line, column) {
  const lines = terms.value.split('\n');
  const index = line - 2;
  if (index < 0 || index >= lines.length) {
    return null;
  }
  const from = lines.slice(0, index).reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
  return [Math.min(from, terms.value.length), Math.min(from + 1, terms.value.length)];
}

/** The field that is wrong, or the object in which it is missing. */
function placeOfError(error) {
  const inside = 'contract.terms';
  if (error.path !== inside && !error.path.startsWith(inside + '.')) {
    return error.path === 'contract' && error.argument === 'terms' ? locate(terms.value, '') : null;
  }
  const path = error.path.slice(inside.length + 1);
  const whole = path ? path + '.' + error.argument : error.argument;
  return locate(terms.value, whole) || locate(terms.value, path);
}

/** Selects the place and brings it into view. */
function mark([from, to]) {
  terms.focus({preventScroll: true});
  terms.setSelectionRange(from, to);
  const line = terms.value.slice(0, from).split('\n').length - 1;
  terms.scrollTop = Math.max(0, (line - 3) * parseFloat(getComputedStyle(terms).lineHeight));
  field('problem').scrollIntoView({block: 'nearest'});
}

function showProblem(problem) {
  const list = element('ul', '');
  const errors = problem.errors || [];
  const places = errors.map(placeOfError);
  if (problem.line) {
    places[0] = placeOf(problem.line, problem.column);
  }
  errors.forEach((error, index) => {
    const value = error.value === undefined ? '' : ', but was ' + error.value;
    const where = error.path ? error.path + ': ' : '';
    const item = element('li', where + error.argument + ' ' + error.rule + value + ' ');
    if (places[index]) {
      const show = element('button', 'Show');
      show.type = 'button';
      show.setAttribute('aria-label', 'Show ' + where + error.argument + ' in the terms');
      show.addEventListener('click', () => mark(places[index]));
      item.append(show);
    }
    list.append(item);
  });
  field('problem').replaceChildren(element('h2', problem.title), list);
  terms.setAttribute('aria-invalid', 'true');
  const first = places.find((place) => place);
  if (first) {
    mark(first);
  }
}

async function preview(event) {
  event.preventDefault();
  field('problem').replaceChildren();
  field('invoice').replaceChildren();
  terms.removeAttribute('aria-invalid');
  let response;
  let answer;
  try {
    response = await fetch('invoice-previews', {method: 'POST', headers: {'Content-Type': 'application/json'}, body: body()});
    answer = await response.json();
  } catch (e) {
    showProblem({title: 'The service does not answer', errors: []});
    return;
  }
  (response.ok ? showBill : showProblem)(answer);
}

field('form').addEventListener('submit', preview);
