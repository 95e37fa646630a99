// One thing that can be done with a row.
export interface MenuItem {
  readonly label: string;
  readonly onchoose: () => void;
  readonly isGrave?: boolean;
}
