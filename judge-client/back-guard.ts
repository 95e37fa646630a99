// The tablet's back button does nothing: a judge who leans on the edge of the screen must not leave the sheet.
export function guardBack(): void {
  const stay = () => history.pushState(null, '', location.href);
  stay();
  window.addEventListener('popstate', stay);
}
