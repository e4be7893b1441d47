"""Writes DOP853's coefficients, as SciPy carries them, as a C header to standard output."""
from scipy.integrate._ivp import dop853_coefficients as c

print(f"#define STAGES {c.N_STAGES}\n#define EXTENDED {c.N_STAGES_EXTENDED}")
for name in ("A", "D"):
    rows = getattr(c, name)
    print(f"static const double {name}[{len(rows)}][{len(rows[0])}] = {{")
    print(",\n".join("{" + ", ".join(float(v).hex() for v in row) + "}" for row in rows) + "};")
for name in ("B", "E3", "E5"):
    row = getattr(c, name)
    print(f"static const double {name}[{len(row)}] = {{" + ", ".join(float(v).hex() for v in row) + "};")
