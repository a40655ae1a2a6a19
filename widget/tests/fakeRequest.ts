import { vi } from 'vitest';

/** What the server would answer to uploads: the request is the browser's own, which a test cannot send. */
export class FakeRequest {
  static all: FakeRequest[] = [];
  status = 0;
  timeout = 0;
  response: unknown = null;
  headers: Record<string, string> = {};
  path = '';
  upload = { onprogress: null as unknown as (at: { loaded: number; total: number }) => void };
  onload = () => {};
  onerror = () => {};
  onabort = () => {};
  open(_: string, path: string) {
    this.path = path;
    FakeRequest.all.push(this);
  }
  setRequestHeader(name: string, value: string) {
    this.headers[name] = value;
  }
  send() {}
  abort() {
    this.onabort();
  }
  answer(status: number, response: unknown) {
    Object.assign(this, { status, response });
    this.onload();
  }
}

export function fakeUploads(): void {
  FakeRequest.all = [];
  vi.stubGlobal('XMLHttpRequest', FakeRequest);
  vi.stubGlobal('createImageBitmap', () => Promise.reject(new Error('no pictures here')));
}

export const limits = { maxBytes: 10, maxFiles: 2, kinds: ['txt', 'png'] };
export const file = (name: string, size = 1) => new File(['x'.repeat(size)], name, { type: 'text/plain' });
export const view = (name: string, id = 'f1') => ({ id, name, mediaType: 'text/plain', picture: false, size: 1 });

export function paste(...files: File[]): void {
  document.dispatchEvent(Object.assign(new Event('paste'), { clipboardData: { files, getData: () => '' } }));
}
