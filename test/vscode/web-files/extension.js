/** The file system `sip-lens-web:`: reads what the page's own server offers under `/files`, writes nothing. */
const vscode = require('vscode');

exports.activate = (context) => {
  const address = (uri) => new URL(`/files${uri.path}`, context.extensionUri.toString(true)).href;

  async function get(uri) {
    const response = await fetch(address(uri));
    if (!response.ok) throw vscode.FileSystemError.FileNotFound(uri);
    const bytes = new Uint8Array(await response.arrayBuffer());
    return { bytes, folder: response.headers.get('x-entry') === 'folder' };
  }

  const readOnly = () => {
    throw vscode.FileSystemError.NoPermissions();
  };
  const provider = {
    onDidChangeFile: new vscode.EventEmitter().event,
    watch: () => new vscode.Disposable(() => undefined),
    async stat(uri) {
      const { bytes, folder } = await get(uri);
      const type = folder ? vscode.FileType.Directory : vscode.FileType.File;
      return { type, ctime: 0, mtime: 0, size: bytes.length };
    },
    async readDirectory(uri) {
      const { bytes } = await get(uri);
      const entries = JSON.parse(new TextDecoder().decode(bytes));
      return entries.map((entry) => [entry.name, entry.folder ? vscode.FileType.Directory : vscode.FileType.File]);
    },
    readFile: async (uri) => (await get(uri)).bytes,
    writeFile: readOnly,
    createDirectory: readOnly,
    delete: readOnly,
    rename: readOnly,
  };
  context.subscriptions.push(vscode.workspace.registerFileSystemProvider('sip-lens-web', provider));
};
