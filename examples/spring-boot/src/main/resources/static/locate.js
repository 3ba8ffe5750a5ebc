'use strict';

/**
 * Where in a JSON text the value of a path stands, as [from, to], or null: where the text is no JSON, or has no such value. Paths are those
 * of the problems of this service: charges[1].model.tiers[0], and charges[calls] for the element whose id that is.
 */
function locate(text, path) {
  const steps = path.match(/[^.[\]]+/g) || [];
  let at = 0;

  function blank() {
    while (at < text.length && ' \t\r\n'.includes(text[at])) {
      at++;
    }
  }

  function expect(sign) {
    blank();
    if (text[at] !== sign) {
      throw new SyntaxError('no ' + sign + ' at ' + at);
    }
    at++;
  }

  function string() {
    const from = at;
    expect('"');
    while (text[at] !== '"') {
      if (at >= text.length) {
        throw new SyntaxError('a string that does not end');
      }
      at += text[at] === '\\' ? 2 : 1;
    }
    at++;
    return JSON.parse(text.slice(from, at));
  }

  /** Reads the parts of an object or an array, and gives the place of each. */
  function parts(close, read) {
    const places = [];
    at++;
    blank();
    if (text[at] === close) {
      at++;
      return places;
    }
    for (;;) {
      places.push(read(places.length));
      blank();
      if (text[at] === close) {
        at++;
        return places;
      }
      expect(',');
      blank();
    }
  }

  function value() {
    blank();
    const from = at;
    let children = [];
    if (text[at] === '{') {
      children = parts('}', () => {
        const name = string();
        expect(':');
        return {name, ...value()};
      });
    } else if (text[at] === '[') {
      children = parts(']', (index) => {
        const element = value();
        const id = element.children.find((child) => child.name === 'id');
        return {name: String(index), id: id && text.slice(id.from + 1, id.to - 1), ...element};
      });
    } else if (text[at] === '"') {
      string();
    } else {
      while (at < text.length && !' \t\r\n,]}'.includes(text[at])) {
        at++;
      }
    }
    return {from, to: at, children};
  }

  try {
    let found = value();
    for (const step of steps) {
      found = found.children.find((child) => child.name === step || child.id === step);
      if (!found) {
        return null;
      }
    }
    return [found.from, found.to];
  } catch (e) {
    return null;
  }
}
