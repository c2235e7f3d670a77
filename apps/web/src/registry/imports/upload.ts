/**
 * Sends a file with progress. `fetch` cannot tell how much has left, so this is the one place with XMLHttpRequest.
 * @throws the server's fault in the shape that `messageOf` reads, or TypeError when it was not reached.
 */
export function uploadLedger(file: File, source: string, onProgress: (part: number) => void): Promise<{ id: number }> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/files/imports');
    request.responseType = 'json';
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    request.onerror = () => reject(new TypeError('upload failed'));
    request.onload = () => {
      const answer: unknown = request.response;
      if (request.status === 200 && isCreated(answer)) resolve(answer);
      else reject({ status: request.status, data: answer });
    };
    const body = new FormData();
    // Fields go before the file: the server reads the stream once, in order.
    body.append('source', source);
    body.append('file', file);
    request.send(body);
  });
}

function isCreated(answer: unknown): answer is { id: number } {
  return typeof answer === 'object' && answer !== null && 'id' in answer && typeof answer.id === 'number';
}
