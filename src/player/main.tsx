import './element.ts';

document.getElementById('root')?.append(document.createElement('waymark-player'));
