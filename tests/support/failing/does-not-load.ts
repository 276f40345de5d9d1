/** A file of tests that does not load, as both runners meet it. */
throw new Error("does not load");
