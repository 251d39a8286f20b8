// Light, dark, or as the system has it.
const KEY = 'fakejira-theme';
const ORDER = ['auto', 'light', 'dark'];

export function startTheme(control) {
  let current = ORDER.includes(localStorage.getItem(KEY)) ? localStorage.getItem(KEY) : 'auto';
  const apply = () => {
    document.documentElement.dataset.theme = current;
    control.textContent = `Theme: ${current}`;
  };
  control.addEventListener('click', () => {
    current = ORDER[(ORDER.indexOf(current) + 1) % ORDER.length];
    localStorage.setItem(KEY, current);
    apply();
  });
  apply();
}
