// The audience's own process: the crowd never slows the judges.
export {};
