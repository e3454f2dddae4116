"""Settings by place: base (shared), local (make run), test (pytest), production (a real city)."""
