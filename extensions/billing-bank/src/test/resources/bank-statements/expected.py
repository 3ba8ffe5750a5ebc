"""What stands in the bank statements, without the reader that is tested: writes expected.csv beside itself.

camt by xml.etree, MT940 by regular expressions over the whole text. Run by hand when a file is added: python3 expected.py
"""
import csv
import os
import re
import xml.etree.ElementTree as xml
from decimal import Decimal as D

HERE = os.path.dirname(os.path.abspath(__file__))


def local(element):
    return element.tag.rsplit('}', 1)[-1]


def child(element, *path):
    for step in path:
        element = next((c for c in element if local(c) == step), None) if element is not None else None
    return element


def text(element, *path):
    found = child(element, *path)
    return (found.text or '').strip() if found is not None else ''


def signed(amount, mark):
    return amount if mark in ('CRDT', 'C') else -amount


def proof(opening, closing, booked, readable=True):
    """opening and closing are (currency, amount) or None, booked a list of the same."""
    if opening is None or closing is None:
        return 'NOT_STATED', ''
    currencies = {opening[0], closing[0]} | {c for c, _ in booked}
    if len(currencies) > 1 or not readable:
        return 'NOT_COMPARABLE', ''
    difference = closing[1] - opening[1] - sum((a for _, a in booked), D(0))
    return ('PROVED', '') if difference == 0 else ('DIFFERENT', plain(difference))


def plain(number):
    number = number.normalize()
    return format(number + 0, 'f')


def row(name, number, entries, details, booked, opening, closing, readable=True):
    currencies = {c for c, _ in booked}
    total = plain(sum((a for _, a in booked), D(0))) if len(currencies) == 1 and readable else ''
    outcome, difference = proof(opening, closing, booked, readable)
    return [name, number, entries, details, next(iter(currencies)) if total else '', total, outcome, difference]


def camt(path, name):
    rows = []
    for statement in (e for e in xml.parse(path).iter() if local(e) in ('Stmt', 'Rpt', 'Ntfctn')):
        balances = []
        for balance in (b for b in statement if local(b) == 'Bal'):
            code = text(balance, 'Tp', 'CdOrPrtry', 'Cd') or text(balance, 'Tp', 'Cd')
            amount = child(balance, 'Amt')
            balances.append((code, (amount.get('Ccy'), signed(D(amount.text), text(balance, 'CdtDbtInd')))))
        opening = next((b for c, b in balances if c == 'OPBD'), next((b for c, b in balances if c == 'PRCD'), None))
        closing = next((b for c, b in balances if c == 'CLBD'), None)
        entries = [e for e in statement if local(e) == 'Ntry']
        booked = []
        details = 0
        for entry in entries:
            details += max(1, sum(1 for e in entry.iter() if local(e) == 'TxDtls'))
            amount = child(entry, 'Amt')
            if (text(entry, 'Sts', 'Cd') or text(entry, 'Sts')) == 'BOOK':
                booked.append((amount.get('Ccy'), signed(D(amount.text), text(entry, 'CdtDbtInd'))))
        rows.append(row(name, len(rows) + 1, len(entries), details, booked, opening, closing))
    return rows


BALANCE = r'([CD])(\d{6})([A-Z]{3})?(\d*,?\d*)'
ENTRY = r'(\d{6})(?:\d{4}| {4})?(RC|RD|C|D)[A-Z]?(\d+,?\d*)'


def swift(number):
    return D(number.replace(',', '.').rstrip('.') or '0')


def mt940(path, name):
    data = open(path, 'rb').read().decode('latin-1').replace('\r\n', '\n')
    data = re.sub(r'(?m)^:\n(?=\d\d)', ':', data)
    tag = r'(?m)^:(?:\d\d[A-Z]?|NS):'
    if not re.search(tag, data):
        return []
    # a statement begins with :20:, or with any field after the sign of an end
    parts = []
    for block in re.split(r'(?m)^\s*(?:-[X\x03]*|-}.*|{1:.*)\s*$', data):
        parts += [p for p in re.split(r'(?m)^(?=:20:)', block) if re.search(tag, p)]
    rows = []
    for part in parts:
        def balance(tags):
            found = re.search(r'(?m)^:(?:' + tags + '):' + BALANCE, part)
            return found and (found.group(3), signed(swift(found.group(4)), found.group(1)))
        opening = balance('60[FM]')
        account = re.search(r'(?m)^:25P?:.*[0-9/]([A-Z]{3})\s*$', part)
        limit = re.search(r'(?m)^:34F:([A-Z]{3})', part)
        currency = opening[0] if opening else limit.group(1) if limit else account.group(1) if account else 'XXX'
        closing = balance('62[FM]')
        if closing and closing[0] is None:
            closing = (currency, closing[1])
        booked = []
        lines = re.findall(r'(?m)^:61:(.*(?:\n[^:\n]*)?)', part)
        for line in lines:
            found = re.match(ENTRY, line) or re.match(ENTRY, line.replace('\n', ''))
            mark = {'RC': 'D', 'RD': 'C'}.get(found.group(2), found.group(2))
            booked.append((currency, signed(swift(found.group(3)), mark)))
        rows.append(row(name, len(rows) + 1, len(lines), len(lines), booked, opening, closing))
    return rows


def main():
    rows = []
    for folder, _, files in sorted(os.walk(HERE)):
        for file in sorted(files):
            path = os.path.join(folder, file)
            name = os.path.relpath(path, HERE).replace(os.sep, '/')
            if name.startswith('camt') and file.endswith('.xml'):
                rows += camt(path, name) or [[name, 0, 0, 0, '', '', '', '']]
            elif name.startswith('mt940') and (file.endswith('.sta') or file.startswith('mt940')):
                rows += mt940(path, name) or [[name, 0, 0, 0, '', '', '', '']]
    with open(os.path.join(HERE, 'expected.csv'), 'w', newline='') as out:
        writer = csv.writer(out, lineterminator='\n')
        writer.writerow(['file', 'statement', 'entries', 'details', 'currency', 'booked', 'proof', 'difference'])
        writer.writerows(rows)


main()
