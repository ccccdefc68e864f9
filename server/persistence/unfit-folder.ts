import { UnfitStore } from './connect.js';

/** The data folder is as it should be named, but what is in it, or its disk, does not allow to go on: what is wrong, and the way out. */
export class UnusableData extends Error {
  constructor(
    readonly en: string,
    readonly ko: string,
    cause: unknown,
  ) {
    super(en, { cause });
    this.name = 'UnusableData';
  }
}

/** The data file cannot be read: cut off, overwritten, or another program's. */
export const damagedFile = (file: string, reason: string, cause: unknown): UnusableData =>
  new UnusableData(
    `${file} is damaged or was not made by Onsil (${reason}). It was left as it is. Move it away and restore a backup (npx --no embedded-mongo restore BACKUP FOLDER), or name another folder: DATA_DIR=/srv/onsil npm start`,
    `${file} 파일이 손상되었거나 온실이 만든 것이 아닙니다(${reason}). 파일은 그대로 두었습니다. 이 파일을 옮겨 두고 백업을 복원하거나(npx --no embedded-mongo restore 백업 폴더), 다른 폴더를 지정하십시오: DATA_DIR=/srv/onsil npm start`,
    cause,
  );

const another = [
  'Name a folder of yours: DATA_DIR=/srv/onsil npm start',
  '쓸 수 있는 폴더를 지정하십시오: DATA_DIR=/srv/onsil npm start',
] as const;

/** What the system says of a folder: English, Korean. */
const reasons: Readonly<Record<string, readonly [string, string]>> = {
  EACCES: [`this user may not write there. ${another[0]}`, `이 사용자에게 쓰기 권한이 없습니다. ${another[1]}`],
  EPERM: [`this user may not write there. ${another[0]}`, `이 사용자에게 쓰기 권한이 없습니다. ${another[1]}`],
  EROFS: [`its disk is read-only. ${another[0]}`, `읽기 전용 디스크입니다. ${another[1]}`],
  EEXIST: [`a file stands in its place. ${another[0]}`, `그 자리에 폴더가 아닌 파일이 있습니다. ${another[1]}`],
  ENOTDIR: [`a part of it is a file. ${another[0]}`, `경로 가운데에 폴더가 아닌 파일이 있습니다. ${another[1]}`],
  ENOENT: [`no folder can be made there. ${another[0]}`, `그 자리에는 폴더를 만들 수 없습니다. ${another[1]}`],
  ENAMETOOLONG: [`the name is too long. ${another[0]}`, `이름이 너무 깁니다. ${another[1]}`],
};

/** What the system's refusal of a data folder means to an operator; undefined when it is none. */
export const unfitFolder = (dataDir: string, error: unknown): UnfitStore | UnusableData | undefined => {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new UnusableData(
      `DATA_DIR ${dataDir} cannot be used (${code}): its disk is full. Free some space, or name a folder on another disk: DATA_DIR=/srv/onsil npm start`,
      `DATA_DIR ${dataDir} 폴더를 쓸 수 없습니다(${code}): 디스크가 가득 찼습니다. 공간을 비우거나 다른 디스크의 폴더를 지정하십시오: DATA_DIR=/srv/onsil npm start`,
      error,
    );
  const reason = code === undefined ? undefined : reasons[code];
  if (reason === undefined) return undefined;
  const [en, ko] = reason;
  return new UnfitStore(`DATA_DIR ${dataDir} cannot be used (${code}): ${en}`, `DATA_DIR ${dataDir} 폴더를 쓸 수 없습니다(${code}): ${ko}`);
};

/** What the system's refusal of the anchor's folder means to an operator; undefined when it is none. */
export const unfitAnchor = (file: string, error: unknown): UnfitStore | undefined => {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) return undefined;
  return new UnfitStore(
    `ONSIL_AUDIT_ANCHOR ${file} cannot be used (${code}): name a file in a folder that this user may write`,
    `ONSIL_AUDIT_ANCHOR ${file} 파일을 쓸 수 없습니다(${code}): 이 사용자가 쓸 수 있는 폴더의 파일을 지정하십시오`,
  );
};
