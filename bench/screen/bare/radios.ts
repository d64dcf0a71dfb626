// A page that makes radio buttons with labels by plain DOM when a key is pressed, and puts the focus on the first.

const labels: readonly string[] = await (await fetch('/countries.json')).json();
const main = document.querySelector('main');

window.addEventListener('keydown', (event) => {
  if (event.key !== '1') return;
  const list = document.createElement('div');
  list.role = 'radiogroup';
  for (const [n, words] of labels.entries()) {
    const label = document.createElement('label');
    const input = document.createElement('input');
    input.type = 'radio';
    input.name = 'country';
    input.value = String(n);
    label.append(input, words);
    list.append(label);
  }
  main?.replaceChildren(list);
  list.querySelector('input')?.focus();
});
document.body.dataset.ready = '';
