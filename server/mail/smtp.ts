import { createTransport } from 'nodemailer';

/** One message of plain text. */
export interface Message {
  /** One address, nothing else. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Where messages are handed over. */
export interface Mail {
  /** Resolves once the server has taken the message; rejects when it has not. */
  send(message: Message): Promise<void>;
}

const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
const waitMs = 10_000;

/**
 * Mail by SMTP.
 * @param url smtp:// or smtps://, with name and password where the server wants them
 * @param from the sender's address
 */
export const openSmtp = (url: string, from: string): Mail => {
  const transport = createTransport({
    url,
    connectionTimeout: waitMs,
    greetingTimeout: waitMs,
    socketTimeout: waitMs,
    // Nothing of a message may name a file or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async ({ to, subject, text }) => {
      // As objects: a comma or an angle bracket in an address cannot become a second receiver.
      const address = (one: string) => ({ name: '', address: oneLine(one) });
      await transport.sendMail({ from: address(from), to: [address(to)], subject: oneLine(subject), text });
    },
  };
};
