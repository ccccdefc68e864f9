import { renderSVG } from 'uqr';

/** A text as a QR picture, as the address of an image that needs no request. */
export const qrPicture = (text: string): string => {
  const svg = renderSVG(text, { ecc: 'M', border: 4, whiteColor: '#fff', blackColor: '#000' });
  return `data:image/svg+xml;base64,${Buffer.from(svg, 'utf8').toString('base64')}`;
};
