import { createReadStream } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { printable } from '../server/domain/printable.js';
import { type CommandIo, WrongInput } from './command.js';

const fileFaults: readonly string[] = ['ENOENT', 'EACCES', 'EISDIR', 'ENOTDIR', 'EPERM'];

/** The bytes of a file, or of standard input for "-". Throws WrongInput when it cannot be read. */
export const readInput = async (name: string, io: CommandIo): Promise<Buffer> => {
  try {
    return await buffer(name === '-' ? io.stdin : createReadStream(name));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (!fileFaults.includes(code)) throw error;
    throw new WrongInput([`${printable(name, 200)}: the file cannot be read (${code}) | 파일을 읽을 수 없습니다 (${code})`]);
  }
};
