import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, expect, test, vi } from 'vitest';
import { SchemeScript } from './scheme-script';

const markup = () => renderToStaticMarkup(createElement(SchemeScript, { nonce: 'once' }));

afterEach(() => vi.unstubAllGlobals());

test('renders a script with the page’s nonce on the server', () => {
  expect(markup()).toMatch(/^<script nonce="once" type="text\/javascript"/);
  expect(markup()).toContain('data-mantine-color-scheme');
});

test('renders plain text in the browser', () => {
  vi.stubGlobal('window', {});
  expect(markup()).toContain('type="text/plain"');
});
