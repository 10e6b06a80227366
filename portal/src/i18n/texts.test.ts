import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import de from './de.json';
import en from './en.json';
import problemsDe from './problems.de.json';
import problemsEn from './problems.en.json';

type Tree = { [name: string]: string | Tree };

function leaves(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'string' ? [[path + name, value] as [string, string]] : leaves(value, `${path}${name}.`),
  );
}

const placeholders = (text: string) => [...text.matchAll(/{{(\w+)}}/g)].map((match) => match[1]).sort();

describe.each([
  ['pages', en as Tree, de as Tree],
  ['problems', problemsEn as Tree, problemsDe as Tree],
])('the texts of %s', (_name, english, german) => {
  it('are there in both languages', () => {
    expect(leaves(german).map(([path]) => path)).toEqual(leaves(english).map(([path]) => path));
  });

  it('speak of the same things in both', () => {
    const inGerman = new Map(leaves(german));
    for (const [path, text] of leaves(english)) {
      expect([path, placeholders(inGerman.get(path) ?? '')]).toEqual([path, placeholders(text)]);
    }
  });
});

const READ_ALOUD = ['alt', 'aria-label', 'ariaLabel', 'label', 'placeholder', 'title', 'text', 'description'];

/** Words that stand in the code, where no translator finds them. */
function wordsIn(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isJsxText(node) && /\p{L}/u.test(node.text)) found.push(node.text.trim());
    if (ts.isJsxAttribute(node) && node.initializer && ts.isStringLiteral(node.initializer)) {
      if (READ_ALOUD.includes(node.name.getText()) && /\p{L}/u.test(node.initializer.text)) found.push(node.getText());
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

describe('the code', () => {
  it('has no words of its own', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.tsx') && !name.includes('test'),
    );
    expect(files.length).toBeGreaterThan(30);
    expect(files.flatMap((file) => wordsIn(join('src', file)).map((words) => `${file}: ${words}`))).toEqual([]);
  });
});
