/** Answers whatever it is asked: shows that workers start under the content security policy of the product. */
self.addEventListener('message', () => self.postMessage('answered'));
