import type { AttachmentView } from '../../contract/hubs';

/** Why a file was not taken; `lost` is no answer at all. */
export interface Fault {
  code: string;
  limit: number;
}

export interface Upload {
  done: Promise<AttachmentView>;
  cancel(): void;
}

/** Without a byte on its way for so long, in ms, nothing is on its way any more. */
const patience = 60_000;

/** Of all that a browser has, only this tells how far it is. Rejects with a `Fault`. */
export function upload(path: string, file: File, headers: Record<string, string>, progress: (share: number) => void): Upload {
  const request = new XMLHttpRequest();
  const begun = performance.now();
  const done = new Promise<AttachmentView>((resolve, reject) => {
    request.open('PUT', path);
    request.responseType = 'json';
    request.timeout = patience;
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => {
      request.timeout = performance.now() - begun + patience;
      progress(total ? loaded / total : 0);
    };
    const fail = (fault: Partial<Fault> | null) => reject({ code: fault?.code ?? 'lost', limit: Number(fault?.limit ?? 0) } satisfies Fault);
    request.onload = () => (request.status === 200 ? resolve(request.response as AttachmentView) : fail(request.response as Partial<Fault> | null));
    request.onerror = request.onabort = request.ontimeout = () => fail(null);
    request.send(file);
  });
  return { done, cancel: () => request.abort() };
}
