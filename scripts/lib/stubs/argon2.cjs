// Stands in for argon2, which would have to be compiled. code-server hashes passwords with it; here there are none.
