// Stands in for native-watchdog, which would have to be compiled. It ends an extension host that hangs after its parent
// died; here the whole process group is ended anyway.
exports.start = () => {};
