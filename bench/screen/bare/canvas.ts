import { type Drawn, type DrawnBox, LEAST_ZOOM, NEAR, readDrawn } from './drawn.ts';

// The least that can be done: one canvas, drawn again where something moved, boxes and straight lines in view and no more.

const drawn: Drawn = await readDrawn();
const boxes = new Map<string, DrawnBox>(drawn.boxes.map((box) => [box.id, box]));
const canvas = document.createElement('canvas');
const context = canvas.getContext('2d');
canvas.width = innerWidth;
canvas.height = innerHeight;
const first = drawn.boxes[0];
let zoom = NEAR;
let x = 96 - (first?.x ?? 0) * NEAR;
let y = innerHeight / 2 - (first?.y ?? 0) * NEAR;
let dragged: string | undefined;
let isAsked = false;

function draw(): void {
  isAsked = false;
  if (!context) return;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.setTransform(zoom, 0, 0, zoom, x, y);
  const [left, top] = [-x / zoom, -y / zoom];
  const [right, bottom] = [left + canvas.width / zoom, top + canvas.height / zoom];
  const isSeen = (box: DrawnBox) =>
    box.x < right && box.x + box.width > left && box.y < bottom && box.y + box.height > top;
  context.lineWidth = 1 / zoom;
  context.beginPath();
  for (const line of drawn.lines) {
    const [from, to] = [boxes.get(line.from), boxes.get(line.to)];
    if (!from || !to || !(isSeen(from) || isSeen(to))) continue;
    context.moveTo(from.x + from.width, from.y + from.height / 2);
    context.lineTo(to.x, to.y + to.height / 2);
  }
  context.stroke();
  context.font = '13px sans-serif';
  for (const box of boxes.values()) {
    if (!isSeen(box)) continue;
    context.strokeRect(box.x, box.y, box.width, box.height);
    if (zoom > 0.25) context.fillText(box.name, box.x + 8, box.y + 20, box.width);
  }
}

function ask(): void {
  if (!isAsked) requestAnimationFrame(draw);
  isAsked = true;
}

canvas.addEventListener(
  'wheel',
  (event) => {
    event.preventDefault();
    if (event.ctrlKey) {
      const next = Math.min(2, Math.max(LEAST_ZOOM, zoom * 2 ** (-event.deltaY * 0.002)));
      x = event.clientX - (event.clientX - x) * (next / zoom);
      y = event.clientY - (event.clientY - y) * (next / zoom);
      zoom = next;
    } else {
      x -= event.deltaX / 2;
      y -= event.deltaY / 2;
    }
    ask();
  },
  { passive: false },
);
canvas.addEventListener('pointerdown', ({ clientX, clientY }) => {
  const at = { x: (clientX - x) / zoom, y: (clientY - y) / zoom };
  dragged = drawn.boxes.find(
    (box) => at.x >= box.x && at.x <= box.x + box.width && at.y >= box.y && at.y <= box.y + box.height,
  )?.id;
});
canvas.addEventListener('pointermove', ({ movementX, movementY }) => {
  const box = dragged === undefined ? undefined : boxes.get(dragged);
  if (!box) return;
  boxes.set(box.id, { ...box, x: box.x + movementX / zoom, y: box.y + movementY / zoom });
  ask();
});
canvas.addEventListener('pointerup', () => {
  dragged = undefined;
});
draw();
canvas.dataset.drawn = '';
document.body.append(canvas);
