import { ESLint } from 'eslint';
import { expect, test } from 'vitest';

const eslint = new ESLint();

async function complaints(filePath: string, code: string): Promise<string> {
  const [result] = await eslint.lintText(code, { filePath });
  return (result?.messages ?? []).map(({ message }) => message).join('\n');
}

// Each rule is shown a violation: a check that cannot fail is a defect.
test.each([
  ['src/contract/planted.ts', "import '../core/clock';", 'The contract imports nothing.'],
  ['src/core/planted.ts', "import '../chat/face';", 'Core serves the faces'],
  ['src/core/planted.ts', "import '../ui/browser';", 'Core serves the faces'],
  ['src/core/planted.ts', 'export const planted = document.title;', 'Core knows no browser'],
  ['src/core/planted.ts', 'export const planted = Date.now();', 'Core knows no browser and no clock'],
  ['src/i18n/planted.ts', "import '../core/clock';", 'Words depend on the contract alone.'],
  ['src/ui/planted.ts', "import '../console/desk';", 'Shared components must not know a face.'],
  ['src/loader/planted.ts', "import '../core/clock';", 'The loader has no dependencies'],
  ['src/loader/planted.ts', "import 'preact';", 'The loader has no dependencies'],
  ['src/chat/planted.ts', "import '../console/desk';", 'do not share code except through core'],
  ['src/console/planted.ts', "import '../chat/conversation';", 'do not share code except through core'],
  ['src/ui/planted.ts', "document.body.innerHTML = 'x';", 'Text is data'],
  ['src/ui/planted.tsx', 'export const planted = <p dangerouslySetInnerHTML={{ __html: "x" }} />;', 'Text is data'],
  ['src/loader/planted.ts', "parent.postMessage(1, '*');", 'Name the exact target origin.'],
])('%s may not say %s', async (file, code, sentence) => {
  expect(await complaints(file, code)).toContain(sentence);
});

test.each([
  ['src/core/planted.ts', "import '../contract/hubs';"],
  ['src/chat/planted.ts', "import '../core/clock';\nimport '../ui/browser';\nimport '../i18n/chat';"],
  ['src/console/planted.ts', "import '../core/clock';"],
  ['src/loader/planted.ts', "import type {} from '../contract/frame';"],
])('%s may say %s', async (file, code) => {
  expect(await complaints(file, code)).not.toContain('The order is');
});
