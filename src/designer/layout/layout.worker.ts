// The library makes this thread its worker by itself; lay-out.ts speaks with it.
import 'elkjs/lib/elk-worker.min.js';
