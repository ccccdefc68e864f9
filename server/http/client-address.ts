import type { IncomingMessage } from 'node:http';

/** Network address of whoever asks; an IPv4 address in IPv6 clothes is brought back to IPv4. */
export const clientAddress = ({ socket }: IncomingMessage): string => (socket.remoteAddress ?? '').replace(/^::ffff:(?=[\d.]+$)/i, '');
