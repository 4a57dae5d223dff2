"""Photos made on many machines, through Dask (the extra ``cluster``).

``NEWSROOM_EXECUTOR = "newsroom.photos.cluster:start"`` does the work on the
cluster whose scheduler ``DASK_SCHEDULER_ADDRESS`` names, or without that name on
workers of this machine.  Every machine sees the same content and cache folders,
at the same paths, and has this program installed.
"""

from __future__ import annotations

from typing import Any

from distributed import Client
from distributed.cfexecutor import ClientExecutor


class ClusterExecutor(ClientExecutor):
    """Dask's executor, which leaves the cluster when it is done."""

    def __init__(self, client: Client) -> None:
        super().__init__(client, retries=2)  # type: ignore[no-untyped-call]
        self._left = client

    def shutdown(self, *args: Any, **options: Any) -> None:
        """End the work, then leave the cluster."""
        super().shutdown(*args, **options)  # type: ignore[no-untyped-call]
        self._left.close()


def start() -> ClusterExecutor:
    """Join the cluster that Dask's configuration names."""
    return ClusterExecutor(Client(set_as_default=False))
