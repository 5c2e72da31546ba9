import time

from django.http import HttpResponse

from .models import Order
from .tasks import fulfil


def index(request):
    return HttpResponse("Shop is open")


def healthz(request):
    return HttpResponse("ok")


def order(request):
    """Places an order and waits until the worker has it done."""
    placed = Order.objects.create()
    fulfil.delay(placed.pk)
    for _ in range(100):
        placed.refresh_from_db()
        if placed.done:
            return HttpResponse(f"order done by {placed.by}")
        time.sleep(0.1)
    return HttpResponse("order still waiting", status=504)
