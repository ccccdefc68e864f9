import { DataFileError } from '../server/catalog/data-files.js';
import { WrongConfig } from '../server/config.js';
import { CannotListen } from '../server/listener.js';
import { UnfitStore } from '../server/persistence/connect.js';
import { StoreUnavailable } from '../server/persistence/store.js';
import { UnusableData } from '../server/persistence/unfit-folder.js';
import { Problem } from '../server/problem/problem.js';
import { type CommandIo, type ExitCode, WrongInput } from './command.js';

/** MongoDB's code for a disk without room. */
const outOfDiskSpace = 14_031;

/**
 * Says why a site could not be opened, or a piece of work in it not be done: what the user can mend becomes WrongInput (exit code 2,
 * or 78 for a setting: starting again will not help), what lies in the installation or the store is said on stderr (exit code 1). A bug is thrown on.
 */
export const explained = (error: unknown, io: CommandIo): ExitCode => {
  if (error instanceof WrongConfig) throw new WrongInput(error.lines, 78);
  if (error instanceof UnfitStore) throw new WrongInput([`${error.en} | ${error.ko}`], 78);
  if (error instanceof CannotListen) throw new WrongInput([`${error.en} | ${error.ko}`]);
  if (error instanceof Problem) {
    const field = error.field === '' ? '' : `${error.field}: `;
    throw new WrongInput([`${field}${error.sentence.en} | ${error.sentence.ko}`]);
  }
  if (error instanceof DataFileError) {
    for (const fault of error.faults) io.stderr.write(`${error.file}: ${fault}\n`);
    return 1;
  }
  if (error instanceof UnusableData) {
    io.stderr.write(`${error.en} | ${error.ko}\n`);
    return 1;
  }
  if (error instanceof StoreUnavailable && (error.cause as { code?: unknown }).code === outOfDiskSpace) {
    io.stderr.write(
      `The disk of the store is full (${(error.cause as Error).message}). Free some space; nothing that was kept before is lost | 저장소의 디스크가 가득 찼습니다. 공간을 비우십시오. 이미 저장된 자료는 그대로 있습니다\n`,
    );
    return 1;
  }
  if (error instanceof StoreUnavailable) {
    io.stderr.write(
      `The store does not answer: check MONGODB_URI and whether that server runs (${error.message}) | 저장소가 응답하지 않습니다. MONGODB_URI와 해당 서버를 확인하십시오\n`,
    );
    return 1;
  }
  throw error;
};
