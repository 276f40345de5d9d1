import { create } from "qrcode";

type QrCodeProps = {
  /** What a camera reads. */
  text: string;
  /** The same for those who cannot see it. */
  label: string;
};

/** Modules of white around the code, without which cameras do not find it (ISO/IEC 18004 §9.1). */
const quietZone = 4;

/** A QR code drawn on the server. Black on white in dark mode, too: not every camera reads it the other way round. */
export function QrCode({ text, label }: QrCodeProps) {
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  const side = modules.size + 2 * quietZone;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`${-quietZone} ${-quietZone} ${side} ${side}`}
      shapeRendering="crispEdges"
      className="aspect-square w-60 max-w-full rounded-control border border-line"
    >
      <rect x={-quietZone} y={-quietZone} width={side} height={side} fill="#fff" />
      <path d={drawing(modules)} fill="#000" />
    </svg>
  );
}

/** The dark modules as one path, a square each. */
function drawing({ size, data }: { size: number; data: Uint8Array }): string {
  return [...data]
    .map((dark, place) => (dark ? `M${place % size} ${Math.floor(place / size)}h1v1h-1z` : ""))
    .join("");
}
