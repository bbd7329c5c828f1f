import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, expect, test, vi } from 'vitest';
import { SchemeScript } from './scheme-script';

const markup = () => renderToStaticMarkup(createElement(SchemeScript, { nonce: 'once' }));

afterEach(() => vi.unstubAllGlobals());

test('from the server it is a script that runs, with the page’s nonce', () => {
  expect(markup()).toMatch(/^<script nonce="once" type="text\/javascript"/);
  expect(markup()).toContain('data-mantine-color-scheme');
});

test('made in the browser it is data', () => {
  vi.stubGlobal('window', {});
  expect(markup()).toContain('type="text/plain"');
});
