import { renderStage } from './stage.tsx';

class WaymarkPlayer extends HTMLElement {
  connectedCallback() {
    renderStage(this.shadowRoot ?? this.attachShadow({ mode: 'open' }));
  }
}

customElements.define('waymark-player', WaymarkPlayer);
